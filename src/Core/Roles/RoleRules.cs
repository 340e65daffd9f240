using Roster.Core.Access.Granting;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Core.Roles;

/// <summary>What makes a role that an account may define.</summary>
public static class RoleRules
{
    public const int MaxName = 128;
    public const int MaxDescription = 4_096;

    public static Fault? Check(Role role) =>
        CheckName(role.Name)
        ?? (role.Description.Length > MaxDescription
            ? Fault.Invalid("description", $"must be at most {MaxDescription} characters long")
            : null)
        ?? (role.Kinds.Count == 0 ? Fault.Invalid("kinds", "must name at least one kind of scope") : null)
        ?? GrantRules.Check(role.Permissions);

    /// <summary>A role of an account is listed in groups like the standard ones of an account.</summary>
    public static Role Custom(
        string name, string description, IEnumerable<ScopeKind> kinds, Level level, IEnumerable<Grant> permissions)
    {
        ScopeKind[] distinct = [.. kinds.Distinct().Order()];
        return new(
            name,
            description,
            distinct,
            level,
            [.. permissions.Distinct()],
            IsCustom: true,
            Cascades: distinct.Contains(ScopeKind.Account));
    }

    /// <summary>True where who holds the one holds the other as well: only words and permissions differ.</summary>
    public static bool IsHeldAlike(Role one, Role other) => one.Level == other.Level && one.Kinds.SequenceEqual(other.Kinds);

    public static bool IsSame(Role one, Role other) =>
        IsHeldAlike(one, other) && one.Description == other.Description && one.Permissions.SequenceEqual(other.Permissions);

    /// <summary>Nobody is to take one of ours for one of theirs.</summary>
    public static bool IsStandardName(string name) =>
        StandardRoles.All.Any(role => string.Equals(role.Name, name, StringComparison.OrdinalIgnoreCase));

    public static Fault Unknown(string name) => new(FaultKind.UnknownRole, $"There is no role '{name}'.", Id: name);

    public static Fault Standard(string name) =>
        new(FaultKind.StandardRole, $"The role '{name}' comes with the product and cannot be changed.", "name", name);

    public static Fault Held(string name) =>
        new(FaultKind.RoleHeld, $"The role '{name}' is held by somebody: end those memberships, or give them another role, first.", "name", name);

    private static Fault? CheckName(string name) =>
        name.Length is 0 or > MaxName ? Fault.Invalid("name", $"must be 1 to {MaxName} characters long")
        : char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1]) ? Fault.Invalid("name", "must not begin or end with white space")
        : Text.HasControl(name) || name.Contains('/') ? Fault.Invalid("name", "must hold neither control characters nor '/'")
        : null;
}
