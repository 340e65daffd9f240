using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Users;

/// <summary>A user named in a request by id or by user name.</summary>
public readonly record struct UserRef
{
    private UserRef(string text, bool isName) => (Text, IsName) = (text, isName);

    /// <summary>As it was given.</summary>
    public string Text { get; }

    public bool IsName { get; }

    public static UserRef ById(string id) => new(id, false);

    public static UserRef ByName(string name) => new(name, true);

    public ValueTask<User?> FindAsync(IReads reads) =>
        IsName ? reads.UserNamedAsync(UserName.FoldOf(Text)) : reads.UserAsync(new UserId(Text));

    public Fault Unknown() => new(FaultKind.UnknownUser, $"There is no user '{Text}'.", Id: Text);
}
