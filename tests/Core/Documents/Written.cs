using Roster.Core.Changes;
using Roster.Core.Documents;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Tests.Core.Documents;

/// <summary>A document as a test writes it down. Users are called by the part of their names before the <c>@</c>.</summary>
internal sealed class Written(Manages? manages = null)
{
    private readonly List<WantedRole> _roles = [];
    private readonly List<WantedUser> _users = [];
    private readonly List<WantedScope> _scopes = [];
    private readonly List<WantedMembership> _memberships = [];

    public Document Document => new(null, manages ?? Manages.Everything, _roles, _users, _scopes, _memberships);

    public static string Name(string user) => $"{user}@example.com";

    public Written User(string name, string? id = null, PersonPatch? person = null, bool? active = null)
    {
        var parsed = UserName.Parse(Name(name), "userName").Value;
        _users.Add(new(
            new("users", _users.Count), parsed, id is null ? null : new UserId(id), person ?? new(), active ?? default(Optional<bool>)));
        return this;
    }

    public Written Role(string name, Level? level = null, IReadOnlyList<ScopeKind>? kinds = null, string? description = null)
    {
        _roles.Add(new(new("roles", _roles.Count), new(
            name,
            description ?? default(Optional<string>),
            kinds is null ? default : new Optional<IReadOnlyList<ScopeKind>>(kinds),
            level ?? default(Optional<Level>))));
        return this;
    }

    public Written Team(string id, string? name = null, Optional<string?> description = default)
    {
        Scope(ScopeId.Team(id), name);
        _scopes[^1] = _scopes[^1] with { Description = description };
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

    public Written Member(string user, ScopeId scope, string role, Optional<Instant?> until = default) =>
        Member(MemberName.User(Name(user)), scope, role, until);

    public Written TeamMember(string team, ScopeId scope, string role) => Member(MemberName.Team(team), scope, role, default);

    private Written Member(MemberName member, ScopeId scope, string role, Optional<Instant?> until)
    {
        _memberships.Add(new(new("memberships", _memberships.Count), member, scope, role, until));
        return this;
    }

    private Written Scope(ScopeId id, string? name)
    {
        var section = id.Kind switch { ScopeKind.Group => "groups", ScopeKind.Team => "teams", _ => "organizations" };
        _scopes.Add(new(new(section, _scopes.Count(scope => scope.Id.Kind == id.Kind)), id, name ?? default(Optional<string>)));
        return this;
    }
}
