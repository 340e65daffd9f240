using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>Decisions about memberships that several use cases share.</summary>
public static class MembershipRules
{
    /// <summary>A role only in scopes of its kinds.</summary>
    /// <param name="found">The role of that name, if there is one.</param>
    public static Outcome<Role> Assignable(string name, Role? found, ScopeKind kind, string field) =>
        found is { } role && role.IsGivenIn(kind)
            ? role
            : new Fault(FaultKind.RoleNotAssignable, $"'{name}' is not a role that can be given in a scope of kind {kind.ToString().ToLowerInvariant()}.", field, name);

    /// <summary>True for an active user, not pending, whose own role in the account scope has level admin and no end.</summary>
    public static bool IsOwner(User? user, Membership? inAccount) =>
        user is { Active: true, Pending: false } && inAccount is { Level: Level.Admin, Until: null };

    /// <summary>Refuses what would take the account from one or more owners to none.</summary>
    /// <param name="owners">At least one owner more than are lost, if there are so many.</param>
    /// <param name="lost">Owners who would cease to be.</param>
    public static Fault? KeepsAnOwner(IReadOnlyList<UserId> owners, IReadOnlyCollection<UserId> lost) =>
        lost.Count == 0 || owners.Count == 0 || owners.Any(owner => !lost.Contains(owner))
            ? null
            : new Fault(FaultKind.LastOwner, "The account must keep at least one owner.");

    /// <summary>The one change that gives the role: none where it is held already, a change where another is, else a new membership.</summary>
    /// <param name="until">Absent keeps the end that a held membership has.</param>
    public static Change? Give(User user, ScopeId scope, Membership? held, Role role, Optional<Instant?> until) =>
        Give(Member.Of(user), scope, held, role, until);

    /// <inheritdoc cref="Give(User, ScopeId, Membership?, Role, Optional{Instant?})"/>
    public static Change? Give(Member member, ScopeId scope, Membership? held, Role role, Optional<Instant?> until)
    {
        if (held is null)
        {
            return new RoleGiven(member.Id, member.Number, scope, role.Name, role.Level, role.Cascades, until.Or(null));
        }

        var end = until.Or(held.Until);
        return held.Role == role.Name && held.Until == end
            ? null
            : new RoleChanged(member.Id, scope, role.Name, role.Level, role.Cascades, end, held.Level);
    }

    /// <summary>The membership as the change leaves it.</summary>
    public static Membership After(Change? change, Membership? held, Moment moment, int index, string actor, Door door) => change switch
    {
        RoleGiven given => new(
            given.Member, given.Scope, moment.Number(index), given.Role, given.Level, given.Until, moment.Now, actor, door,
            moment.Number(index), moment.Now),
        RoleChanged changed => held! with
        {
            Role = changed.Role,
            Level = changed.Level,
            Until = changed.Until,
            ChangedIn = moment.Number(index),
            ChangedAt = moment.Now,
        },
        _ => held!,
    };
}
