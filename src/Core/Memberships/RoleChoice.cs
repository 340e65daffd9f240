using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Memberships;

/// <summary>A role named outright, or a level that stands for that kind's standard role (design §4).</summary>
public sealed record RoleChoice
{
    private readonly string? _name;
    private readonly Level _level;

    private RoleChoice(string? name, Level level) => (_name, _level) = (name, level);

    public static RoleChoice Named(string name) => new(name, Level.None);

    public static RoleChoice OfLevel(Level level) => new(null, level);

    /// <summary>The role as the account knows it; null where it knows none of that name, or a level was chosen.</summary>
    public ValueTask<Role?> FindAsync(IReads reads) => reads.RoleAsync(_name);

    /// <param name="found">What <see cref="FindAsync"/> found.</param>
    public Outcome<Role> In(ScopeKind kind, Role? found) =>
        _name is null ? StandardRoles.OfLevel(kind, _level) : MembershipRules.Assignable(_name, found, kind, "role");

    /// <summary>Who holds another role of the level asked for keeps it.</summary>
    public bool IsMetBy(Membership held) => _name is null ? held.Level == _level : held.Role == _name;
}
