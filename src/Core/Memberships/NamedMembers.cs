using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;

namespace Roster.Core.Memberships;

/// <summary>Whom the ids of a request name, with the role of each in one scope. Users and teams have id spaces of their own: an id may name both.</summary>
internal sealed class NamedMembers
{
    // As many at once as in PatchRoleGroup, with twice the questions for each.
    private const int Together = 250;

    private readonly Dictionary<string, (Named User, Named Team)> _byId = new(StringComparer.Ordinal);

    private NamedMembers()
    {
    }

    public IEnumerable<User> Users => _byId.Values.Select(named => named.User.Member?.User).OfType<User>();

    public static async ValueTask<NamedMembers> ReadAsync(IReads reads, ScopeId scope, IEnumerable<string> ids)
    {
        var members = new NamedMembers();
        foreach (var some in ids.Distinct(StringComparer.Ordinal).Chunk(Together))
        {
            var users = Array.ConvertAll(some, id => FindAsync(UserRef.ById(id)));
            var teams = Array.ConvertAll(some, id => FindAsync(MemberRef.Team(id)));
            for (var i = 0; i < some.Length; i++)
            {
                members._byId.Add(some[i], (await users[i], await teams[i]));
            }
        }

        return members;

        async ValueTask<Named> FindAsync(MemberRef reference)
        {
            var (member, held) = await reference.FindAsync(reads, id => reads.MembershipAsync(id, scope));
            return new(member, held);
        }
    }

    /// <summary>The user of that id, or else the team.</summary>
    public Named? ToAdd(string id)
    {
        var (user, team) = _byId[id];
        return user.Member is not null ? user : team.Member is not null ? team : null;
    }

    /// <summary>What either holds.</summary>
    public IEnumerable<Membership> Held(string id)
    {
        var (user, team) = _byId[id];
        return new[] { user.Held, team.Held }.OfType<Membership>();
    }

    public readonly record struct Named(Member? Member, Membership? Held);
}
