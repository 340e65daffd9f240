using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Documents;

public enum ChangeAction
{
    Create,
    Change,
    Remove,
}

/// <summary>One line of a plan: what is to be done to one thing, and what it was when the plan was made.</summary>
/// <param name="Seen">The revision of the thing's latest change then; 0 for one that was not there.</param>
public abstract record PlannedChange(ChangeAction Action, long Seen);

/// <param name="Id">A new user's too: it is chosen when the plan is made.</param>
/// <param name="Name">As it was; a new user's as it is to be.</param>
/// <param name="Before">Of a change: what <paramref name="After"/> has.</param>
public sealed record PlannedUser(
    ChangeAction Action, UserId Id, UserName Name, UserValues? Before, UserValues? After, long Seen) : PlannedChange(Action, Seen)
{
    public bool IsRename => Action == ChangeAction.Change && After!.Person.Name.IsSet;

    /// <summary>True where the user's memberships and keys end with the change.</summary>
    public bool EndsAll => Action switch
    {
        ChangeAction.Remove => true,
        ChangeAction.Change => !After!.Active.Or(true),
        _ => false,
    };
}

/// <summary>What a plan says of a user; members that are absent are not spoken of.</summary>
public sealed record UserValues(PersonPatch Person, Optional<bool> Active);

/// <summary>A role of the account's own.</summary>
public sealed record PlannedRole(ChangeAction Action, string Name, Role? Before, Role? After, long Seen) : PlannedChange(Action, Seen)
{
    /// <summary>True where it cannot be done while somebody holds the role: it goes, or is to be another for who holds it.</summary>
    public bool WantsNoHolder => Action switch
    {
        ChangeAction.Remove => true,
        ChangeAction.Change => !RoleRules.IsHeldAlike(Before!, After!),
        _ => false,
    };
}

public sealed record PlannedScope(
    ChangeAction Action, ScopeId Id, ScopeValues? Before, ScopeValues? After, long Seen) : PlannedChange(Action, Seen);

/// <param name="Group">A connector's.</param>
/// <param name="Description">A team's.</param>
public sealed record ScopeValues(string Name, string? Group = null, string? Service = null, string? Description = null);

/// <param name="Name">A user's, once all users are as they are to be.</param>
/// <param name="IsActive">Whether a user is active then.</param>
public sealed record PlannedMembership(
    ChangeAction Action, MemberId Member, UserName Name, bool IsActive, ScopeId In, RoleValues? Before, RoleValues? After, long Seen)
    : PlannedChange(Action, Seen)
{
    /// <summary>Null for a team.</summary>
    public UserId? User => Member.Kind == MemberKind.User ? new UserId(Member.Id) : null;
}

public sealed record RoleValues(string Role, Instant? Until);
