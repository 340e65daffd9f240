using Roster.Core.Changes;
using Roster.Core.Documents;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Tests.Core.Documents;

/// <summary>Documents as somebody might write them who has an export before them: much stays, some is changed, some is new, some is wrong.</summary>
internal sealed class RandomDocuments(Random random, ScopeId account, TimeProvider clock)
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    private static readonly string[] Given = ["Ada", "Bob"];

    private static readonly Dictionary<ScopeKind, string[]> Roles = new()
    {
        [ScopeKind.Account] = ["Account Administrator", "Account Analyst", "Account Reviewer"],
        [ScopeKind.Organization] = ["Organization Admin", "Organization Member"],
        [ScopeKind.Group] = ["Manage Destination", "View Destination"],
        [ScopeKind.Connector] = ["Manage Connection", "View Connection"],
        [ScopeKind.Team] = ["Team Manager", "Team Member"],
    };

    private static readonly string[] OwnRoles = ["Auditor", "Keeper"];
    private static readonly ScopeKind[] Kinds = [ScopeKind.Organization, ScopeKind.Group, ScopeKind.Connector, ScopeKind.Team];

    public Document Next(Taken present)
    {
        var (roles, users, scopes) = (OwnRolesOf(present), Users(present), Scopes(present));
        return new(null, Manages(), roles, users, scopes, Memberships(present, roles, users, scopes));
    }

    private bool Happens(int percent) => random.Next(100) < percent;

    private T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private Manages Manages() => Happens(50)
        ? Roster.Core.Documents.Manages.Everything
        : new(Happens(50), Patterns("*", "a*", "c@example.com"), Patterns("*", "org-1"), Patterns("*", "group-1"), Patterns("*", "connector-*"), Patterns("*", "team-1*"), Patterns("*", "Aud*"));

    private Pattern[] Patterns(params string[] some) => [.. some.Where(_ => Happens(30)).Select(text => new Pattern(text))];

    /// <summary>What is held keeps its level mostly, and is mostly still there.</summary>
    private List<WantedRole> OwnRolesOf(Taken present)
    {
        var roles = new List<WantedRole>();
        foreach (var name in OwnRoles)
        {
            var there = present.Roles.Exists(role => role.Name == name);
            if (Happens(there ? 90 : 25))
            {
                var keeps = there && Happens(90);
                roles.Add(new(new("roles", roles.Count), new(
                    name,
                    Maybe(30, () => One(Given)),
                    keeps ? default : new Optional<IReadOnlyList<ScopeKind>>([ScopeKind.Account, .. Kinds]),
                    keeps ? default(Optional<Level>) : One([Level.Admin, Level.Member]))));
            }
        }

        return roles;
    }

    private List<WantedUser> Users(Taken present)
    {
        var users = new List<WantedUser>();
        if (Happens(90) && Owner(present) is { } owner)
        {
            users.Add(new(new("users", 0), owner.Name, Happens(50) ? owner.Id : null, new(), default));
        }

        foreach (var user in present.Users.Where(_ => Happens(85)))
        {
            Add(Happens(15) ? One(Names) : user.Name.Given.Split('@')[0], Happens(60) ? user.Id : null);
        }

        for (var more = random.Next(3); more > 0; more--)
        {
            Add(One(Names), Happens(30) ? new UserId("user-" + One(Names)) : null);
        }

        return users;

        void Add(string name, UserId? id)
        {
            var parsed = UserName.Parse((Happens(10) ? name.ToUpperInvariant() : name) + "@example.com", "userName").Value;
            if (!users.Exists(user => user.Name.Fold == parsed.Fold || (id is not null && user.Id == id)))
            {
                var person = new PersonPatch(GivenName: Maybe(30, Value), Phone: Maybe(10, Value));
                users.Add(new(new("users", users.Count), parsed, id, person, Happens(25) ? Happens(60) : default(Optional<bool>)));
            }
        }
    }

    private static User? Owner(Taken present) => present.Users.Find(user => user.Active
        && present.Memberships.Exists(held => held.User == user.Name && held.Held is { Scope.Kind: ScopeKind.Account, Level: Level.Admin, Until: null }));

    private string? Value() => Happens(70) ? One(Given) : null;

    private Optional<T> Maybe<T>(int percent, Func<T> value) => Happens(percent) ? value() : default(Optional<T>);

    private List<WantedScope> Scopes(Taken present)
    {
        var scopes = new List<WantedScope>();
        foreach (var scope in present.Scopes.Where(_ => Happens(85)))
        {
            if (scope.Id.Kind != ScopeKind.Connector || Happens(3) || scopes.Exists(other => other.Id == scope.Parent))
            {
                Add(scope.Id, scope.Id.Kind == ScopeKind.Connector ? scope.Parent.Id : null);
            }
        }

        foreach (var kind in Kinds.Where(_ => Happens(35)))
        {
            var id = $"{(kind == ScopeKind.Organization ? "org" : kind.ToString().ToLowerInvariant())}-{random.Next(40)}";
            Add(new(kind, id), kind == ScopeKind.Connector && scopes.FindLast(scope => scope.Id.Kind == ScopeKind.Group) is { } group ? group.Id.Id : null);
        }

        return [.. scopes.Where(scope => scope.Id.Kind == ScopeKind.Team), .. scopes.Where(scope => scope.Id.Kind != ScopeKind.Team).OrderBy(scope => scope.Id.Kind)];

        void Add(ScopeId id, string? group)
        {
            if (!scopes.Exists(scope => scope.Id == id))
            {
                scopes.Add(new(
                    new("scopes", scopes.Count), id, $"Name {random.Next(3)}", group ?? default(Optional<string>), group is null ? default(Optional<string>) : "postgres",
                    id.Kind == ScopeKind.Team ? Maybe(30, Value) : default));
            }
        }
    }

    private List<WantedMembership> Memberships(Taken present, List<WantedRole> roles, List<WantedUser> users, List<WantedScope> scopes)
    {
        var memberships = new List<WantedMembership>();
        if (Happens(90) && users.Find(user => user.Active.Or(true)) is { } owner)
        {
            Add(MemberName.User(owner.Name.Given), account, "Account Administrator");
        }

        foreach (var (user, held) in present.Memberships.Where(_ => Happens(80)))
        {
            Add(MemberName.User(user.Fold), held.Scope);
        }

        foreach (var held in present.TeamMemberships.Where(_ => Happens(80)))
        {
            Add(MemberName.Team(held.Member.Id), held.Scope);
        }

        for (var more = random.Next(4); more > 0 && users.Count > 0; more--)
        {
            var teams = scopes.FindAll(scope => scope.Id.Kind == ScopeKind.Team);
            Add(
                Happens(30) && teams.Count > 0 ? MemberName.Team(One(teams).Id.Id) : MemberName.User(One(users).Name.Given),
                Happens(30) || scopes.Count == 0 ? account : One(scopes).Id);
        }

        return memberships;

        void Add(MemberName member, ScopeId scope, string? role = null)
        {
            if (!memberships.Exists(other => Expected.KeyOf(other.Member) == Expected.KeyOf(member) && other.In == scope)
                && (Happens(3) || IsThere(member))
                && (Happens(3) || scope == account || scopes.Exists(wanted => wanted.Id == scope))
                && (Happens(1) || !member.IsTeam || scope.Kind != ScopeKind.Team))
            {
                var given = role ?? (Happens(20) && roles.Count > 0 ? One(roles).Name : One(Roles[scope.Kind]));
                memberships.Add(new(new("memberships", memberships.Count), member, scope, given, role is null ? Until() : (Instant?)null));
            }
        }

        bool IsThere(MemberName member) => member.IsTeam
            ? scopes.Exists(wanted => wanted.Id == ScopeId.Team(member.Text))
            : users.Exists(wanted => wanted.Name.Fold == UserName.FoldOf(member.Text));
    }

    private Optional<Instant?> Until() => random.Next(10) switch
    {
        0 => (Instant?)null,
        1 => Instant.From(clock.GetUtcNow()).Plus(TimeSpan.FromMinutes(random.Next(60))),
        _ => default(Optional<Instant?>),
    };
}
