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

    /// <summary>The user and what is asked about them: together with them where an id says whom, after them where it takes a name.</summary>
    public async ValueTask<(User? User, T? About)> FindAsync<T>(IReads reads, Func<UserId, ValueTask<T>> ask)
    {
        var finding = FindAsync(reads);
        if (IsName)
        {
            return await finding is { } named ? (named, await ask(named.Id)) : default;
        }

        var about = await ask(new UserId(Text));
        return await finding is { } user ? (user, about) : default;
    }

    public Fault Unknown() => new(FaultKind.UnknownUser, $"There is no user '{Text}'.", Id: Text);
}
