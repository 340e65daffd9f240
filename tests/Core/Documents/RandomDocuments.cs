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
    };

    public Document Next(Taken present)
    {
        var (users, scopes) = (Users(present), Scopes(present));
        return new(null, Manages(), users, scopes, Memberships(present, users, scopes));
    }

    private bool Happens(int percent) => random.Next(100) < percent;

    private T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private Manages Manages() => Happens(50)
        ? Roster.Core.Documents.Manages.Everything
        : new(Happens(50), Patterns("*", "a*", "c@example.com"), Patterns("*", "org-1"), Patterns("*", "group-1"), Patterns("*", "connector-*"));

    private Pattern[] Patterns(params string[] some) => [.. some.Where(_ => Happens(30)).Select(text => new Pattern(text))];

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

    private Optional<string?> Maybe(int percent, Func<string?> value) => Happens(percent) ? value() : default(Optional<string?>);

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

        foreach (var kind in new[] { ScopeKind.Organization, ScopeKind.Group, ScopeKind.Connector }.Where(_ => Happens(35)))
        {
            var id = $"{(kind == ScopeKind.Organization ? "org" : kind.ToString().ToLowerInvariant())}-{random.Next(40)}";
            Add(new(kind, id), kind == ScopeKind.Connector && scopes.FindLast(scope => scope.Id.Kind == ScopeKind.Group) is { } group ? group.Id.Id : null);
        }

        return [.. scopes.OrderBy(scope => scope.Id.Kind)];

        void Add(ScopeId id, string? group)
        {
            if (!scopes.Exists(scope => scope.Id == id))
            {
                scopes.Add(new(
                    new("scopes", scopes.Count), id, $"Name {random.Next(3)}", group ?? default(Optional<string>), group is null ? default(Optional<string>) : "postgres"));
            }
        }
    }

    private List<WantedMembership> Memberships(Taken present, List<WantedUser> users, List<WantedScope> scopes)
    {
        var memberships = new List<WantedMembership>();
        if (Happens(90) && users.Find(user => user.Active.Or(true)) is { } owner)
        {
            Add(owner.Name.Given, account, "Account Administrator");
        }

        foreach (var (user, held) in present.Memberships.Where(_ => Happens(80)))
        {
            Add(user.Fold, held.Scope);
        }


        for (var more = random.Next(4); more > 0 && users.Count > 0; more--)
        {
            Add(One(users).Name.Given, Happens(30) || scopes.Count == 0 ? account : One(scopes).Id);
        }

        return memberships;

        void Add(string user, ScopeId scope, string? role = null)
        {
            if (!memberships.Exists(other => UserName.FoldOf(other.User) == UserName.FoldOf(user) && other.In == scope)
                && (Happens(3) || users.Exists(wanted => wanted.Name.Fold == UserName.FoldOf(user)))
                && (Happens(3) || scope == account || scopes.Exists(wanted => wanted.Id == scope)))
            {
                memberships.Add(new(new("memberships", memberships.Count), user, scope, role ?? One(Roles[scope.Kind]), role is null ? Until() : (Instant?)null));
            }
        }
    }

    private Optional<Instant?> Until() => random.Next(10) switch
    {
        0 => (Instant?)null,
        1 => Instant.From(clock.GetUtcNow()).Plus(TimeSpan.FromMinutes(random.Next(60))),
        _ => default(Optional<Instant?>),
    };
}
