using Roster.Core.Documents;
using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Tests.Core.Documents;

/// <summary>An account's state, taken down in lists in the order in which it came.</summary>
internal sealed class Taken : IDocumentSink
{
    public List<User> Users { get; } = [];

    public List<Scope> Scopes { get; } = [];

    public List<(UserName User, Membership Held)> Memberships { get; } = [];

    public bool IsWhole { get; private set; }

    public void Begin(AccountId account)
    {
        Users.Clear();
        Scopes.Clear();
        Memberships.Clear();
        IsWhole = false;
    }

    public void Add(User user) => Users.Add(user);

    public void Add(Scope scope) => Scopes.Add(scope);

    public void Add(UserName user, Membership membership) => Memberships.Add((user, membership));

    public void End() => IsWhole = true;

    /// <summary>The document that asks for exactly this.</summary>
    public Document ToDocument(Manages manages)
    {
        var users = Users.Select((user, i) => new WantedUser(
            new("users", i), user.Name, user.Id, new(GivenName: user.GivenName, Phone: user.Phone), user.Active));
        var scopes = Scopes.Select(scope => new WantedScope(
            new("scopes"),
            scope.Id,
            scope.Name,
            scope.Id.Kind == ScopeKind.Connector ? scope.Parent.Id : default(Optional<string>),
            scope.Service ?? default(Optional<string>)));
        var memberships = Memberships.Select((membership, i) => new WantedMembership(
            new("memberships", i), membership.User.Given, membership.Held.Scope, membership.Held.Role, membership.Held.Until));
        return new(null, manages, [.. users], [.. scopes], [.. memberships]);
    }
}
