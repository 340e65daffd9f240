using Roster.Core.Changes;
using Roster.Core.Documents;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Tests.Core.Documents;

/// <summary>A document as a test writes it down. Users are called by the part of their names before the <c>@</c>.</summary>
internal sealed class Written(Manages? manages = null)
{
    private readonly List<WantedUser> _users = [];
    private readonly List<WantedScope> _scopes = [];
    private readonly List<WantedMembership> _memberships = [];

    public Document Document => new(null, manages ?? Manages.Everything, _users, _scopes, _memberships);

    public static string Name(string user) => $"{user}@example.com";

    public Written User(string name, string? id = null, PersonPatch? person = null, bool? active = null)
    {
        var parsed = UserName.Parse(Name(name), "userName").Value;
        _users.Add(new(
            new("users", _users.Count), parsed, id is null ? null : new UserId(id), person ?? new(), active ?? default(Optional<bool>)));
        return this;
    }

    public Written Organization(string id, string name) => Scope(ScopeId.Organization(id), name);

    public Written Group(string id, string? name = null) => Scope(ScopeId.Group(id), name);

    public Written Connector(string id, string? group = null, string? name = null, string? service = null)
    {
        _scopes.Add(new(
            new("connectors", _scopes.Count(scope => scope.Id.Kind == ScopeKind.Connector)),
            ScopeId.Connector(id),
            name ?? default(Optional<string>),
            group ?? default(Optional<string>),
            service ?? default(Optional<string>)));
        return this;
    }

    public Written Member(string user, ScopeId scope, string role, Optional<Instant?> until = default)
    {
        _memberships.Add(new(new("memberships", _memberships.Count), Name(user), scope, role, until));
        return this;
    }

    private Written Scope(ScopeId id, string? name)
    {
        var section = id.Kind == ScopeKind.Group ? "groups" : "organizations";
        _scopes.Add(new(new(section, _scopes.Count(scope => scope.Id.Kind == id.Kind)), id, name ?? default(Optional<string>)));
        return this;
    }
}
