using Roster.Core.Changes;
using Roster.Core.Documents;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Tests.Core.Documents;

/// <summary>An account as it is, wholly known.</summary>
internal sealed class Present
{
    public static readonly AccountId Account = new("org-home");
    public static readonly ScopeId Home = ScopeId.Account(Account);

    private long _number;

    public Present()
    {
        State = new(Account) { Users = { IsWhole = true }, Names = { IsWhole = true }, Memberships = { IsWhole = true }, DeletedNames = { IsWhole = true } };
        State.WholeKinds.UnionWith([ScopeKind.Team, ScopeKind.Organization, ScopeKind.Group, ScopeKind.Connector]);
    }

    public KnownState State { get; }

    public Present User(string name, bool active = true, string? given = null)
    {
        State.Add(new User
        {
            Id = new("user-" + name),
            Number = ++_number,
            Name = UserName.Parse(Written.Name(name), "userName").Value,
            GivenName = given,
            Active = active,
            Pending = false,
            Verified = false,
            CreatedAt = default,
            ChangedIn = _number,
            ChangedAt = default,
        });
        return this;
    }

    public Present Deleted(string name)
    {
        State.DeletedNames[Written.Name(name)] = new UserId("old-" + name);
        return this;
    }

    public Present Scope(ScopeId id, string name, string? group = null)
    {
        var parent = group is null ? Home : ScopeId.Group(group);
        State.Add(new Scope(id, parent, ++_number, name, group is null ? null : "postgres", null, default, _number, default));
        return this;
    }

    public Present Team(string id, string name, string? description = null)
    {
        State.Add(new Scope(ScopeId.Team(id), Home, ++_number, name, null, description, default, _number, default));
        return this;
    }

    public Present Role(string name, Level level, params ScopeKind[] kinds)
    {
        State.OwnRoles[name] = new(RoleRules.Custom(name, "", kinds, level, []), ++_number, default, _number, default);
        return this;
    }

    public Present TeamMember(string team, ScopeId scope, string role)
    {
        State.Add(new Membership(
            MemberId.Team(team), scope, ++_number, role, State.RoleNamed(role)!.Level, null, default, "server", Door.Server, _number, default));
        return this;
    }

    public Present Member(string user, ScopeId scope, string role, Instant? until = null)
    {
        State.Add(new Membership(
            MemberId.User(new("user-" + user)), scope, ++_number, role, State.RoleNamed(role)!.Level, until, default, "server", Door.Server, _number, default));
        return this;
    }
}
