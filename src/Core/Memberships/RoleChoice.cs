using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;

namespace Roster.Core.Memberships;

/// <summary>A role named outright, or a level that stands for that kind's standard role (design §4).</summary>
public sealed record RoleChoice
{
    private readonly string? _name;
    private readonly Level _level;

    private RoleChoice(string? name, Level level) => (_name, _level) = (name, level);

    public static RoleChoice Named(string name) => new(name, Level.None);

    public static RoleChoice OfLevel(Level level) => new(null, level);

    public Outcome<Role> In(ScopeKind kind) =>
        _name is null ? StandardRoles.OfLevel(kind, _level) : MembershipRules.Assignable(_name, kind, "role");

    /// <summary>Who holds another role of the level asked for keeps it.</summary>
    public bool IsMetBy(Membership held) => _name is null ? held.Level == _level : held.Role == _name;
}
