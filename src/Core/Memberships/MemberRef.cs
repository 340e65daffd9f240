using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;

namespace Roster.Core.Memberships;

/// <summary>A user or a team that was found.</summary>
/// <param name="Number">Its own, by which lists of members are ordered.</param>
/// <param name="User">Null for a team.</param>
public sealed record Member(MemberId Id, long Number, User? User = null)
{
    public static Member Of(User user) => new(MemberId.User(user.Id), user.Number, user);

    public static Member Of(Scope team) => new(MemberId.Team(team.Id.Id), team.Number);
}

/// <summary>A member named in a request: a user by id or by user name, or a team by id.</summary>
public readonly record struct MemberRef
{
    private readonly UserRef _user;
    private readonly string? _team;

    private MemberRef(UserRef user, string? team) => (_user, _team) = (user, team);

    /// <summary>As it was given.</summary>
    public string Text => _team ?? _user.Text;

    /// <summary>What it is said to be.</summary>
    public string Noun => IsTeam ? "team" : "user";

    public bool IsTeam => _team is not null;

    public static MemberRef Team(string id) => new(default, id);

    public static implicit operator MemberRef(UserRef user) => new(user, null);

    /// <summary>The member and what is asked about them: together with them where an id says whom.</summary>
    public async ValueTask<(Member? Member, T? About)> FindAsync<T>(IReads reads, Func<MemberId, ValueTask<T>> ask)
    {
        if (_team is { } id)
        {
            var finding = reads.ScopeAsync(ScopeId.Team(id));
            var about = await ask(MemberId.Team(id));
            return await finding is { } team ? (Member.Of(team), about) : default;
        }

        var (user, aboutUser) = await _user.FindAsync(reads, user => ask(MemberId.User(user)));
        return user is null ? default : (Member.Of(user), aboutUser);
    }

    public Fault Unknown() => _team is { } id ? ScopeReads.Unknown(ScopeId.Team(id)) : _user.Unknown();
}
