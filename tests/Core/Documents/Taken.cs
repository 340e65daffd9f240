using Roster.Core.Documents;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Tests.Core.Documents;

/// <summary>An account's state, taken down in lists in the order in which it came.</summary>
internal sealed class Taken : IDocumentSink
{
    public List<Role> Roles { get; } = [];

    public List<User> Users { get; } = [];

    public List<Scope> Scopes { get; } = [];

    public List<(UserName User, Membership Held)> Memberships { get; } = [];

    public List<Membership> TeamMemberships { get; } = [];

    public bool IsWhole { get; private set; }

    public void Begin(AccountId account)
    {
        Roles.Clear();
        Users.Clear();
        TeamMemberships.Clear();
        Scopes.Clear();
        Memberships.Clear();
        IsWhole = false;
    }

    public void Add(Role role) => Roles.Add(role);

    public void Add(User user) => Users.Add(user);

    public void Add(Scope scope) => Scopes.Add(scope);

    public void Add(UserName user, Membership membership) => Memberships.Add((user, membership));

    public void Add(Membership membership) => TeamMemberships.Add(membership);

    public void End() => IsWhole = true;

    /// <summary>The document that asks for exactly this.</summary>
    public Document ToDocument(Manages manages)
    {
        var roles = Roles.Select((role, i) => new WantedRole(new("roles", i), Whole(role)));
        var users = Users.Select((user, i) => new WantedUser(
            new("users", i), user.Name, user.Id, new(GivenName: user.GivenName, Phone: user.Phone), user.Active));
        var scopes = Scopes.Select(scope => new WantedScope(
            new("scopes"),
            scope.Id,
            scope.Name,
            scope.Id.Kind == ScopeKind.Connector ? scope.Parent.Id : default(Optional<string>),
            scope.Service ?? default(Optional<string>),
            scope.Id.Kind == ScopeKind.Team ? scope.Settings : default(Optional<string?>)));
        var memberships = Memberships.Select((membership, i) => new WantedMembership(
            new("memberships", i), MemberName.User(membership.User.Given), membership.Held.Scope, membership.Held.Role, membership.Held.Until));
        var ofTeams = TeamMemberships.Select(held => new WantedMembership(
            new("memberships"), MemberName.Team(held.Member.Id), held.Scope, held.Role, held.Until));
        return new(null, manages, [.. roles], [.. users], [.. scopes], [.. memberships, .. ofTeams]);
    }

    public static RedefineRoleRequest Whole(Role role) => new(role.Name, role.Description, new(role.Kinds), role.Level, new(role.Permissions));
}
