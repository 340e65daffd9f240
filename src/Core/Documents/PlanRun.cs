using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Teams;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>
/// Does what a plan says one after another, by the very rules of single requests: what they refuse is refused here. Only
/// whether an owner stays is judged at the end, since one may come after another went.
/// </summary>
/// <param name="standing">The actor's in the account: of level admin, and so no less anywhere in it.</param>
internal sealed class PlanRun(KnownState known, Outcome<Standing> standing, Caller caller, Moment moment)
{
    private readonly Draft _draft = new(known, caller);
    private readonly HashSet<UserId> _owners = [.. known.Owners];
    private readonly List<Change> _changes = [];

    public IReadOnlyList<Change> Changes => _changes;

    private Moment Now => moment with { Revision = moment.Revision + _changes.Count };

    /// <returns>What stands in its way, if anything does; nothing is changed then.</returns>
    public Fault? Do(PlannedChange planned) => planned switch
    {
        PlannedUser { Action: ChangeAction.Create } user => Create(user),
        PlannedUser { Action: ChangeAction.Change } user => Change(user),
        PlannedUser user => Remove(user),
        PlannedScope { Action: ChangeAction.Create } scope => Create(scope),
        PlannedScope { Action: ChangeAction.Change } scope => Change(scope),
        PlannedScope scope => Remove(scope),
        PlannedRole role => Do(role),
        PlannedMembership { Action: ChangeAction.Remove } membership => End(membership),
        PlannedMembership membership => Give(membership),
        _ => throw new NotSupportedException($"Nothing does {planned.GetType().Name}."),
    };

    /// <summary>Refuses what leaves an account without an owner that had one.</summary>
    public Fault? End() => _draft.Owners.Count > 0 ? null : MembershipRules.KeepsAnOwner(known.Owners, _owners);

    /// <summary>Whether the user was an owner before, and is none as it stands.</summary>
    public bool HasCeasedToOwn(UserId user) => _owners.Contains(user) && !_draft.Owners.Contains(user);

    private Fault? Do(PlannedRole planned)
    {
        var held = new HeldRoleFacts(standing, _draft.OwnRole(planned.Name), planned.WantsNoHolder && _draft.IsHeld(planned.Name));
        return (planned.Action, planned.After) switch
        {
            (ChangeAction.Create, { } after) => Take(DefineRole.Decide(new(standing, _draft.RoleNamed(planned.Name) is not null), Now, after)),
            (ChangeAction.Change, { } after) => Take(RedefineRole.Decide(
                held, Now, new(after.Name, after.Description, new(after.Kinds), after.Level, new(after.Permissions)))),
            _ => Take(RemoveRole.Decide(held, planned.Name)),
        };
    }

    private Fault? Create(PlannedUser planned)
    {
        var (person, fold) = (planned.After!.Person, planned.Name.Fold);
        var request = new CreateUserRequest(
            planned.Name,
            person.GivenName.Or(null),
            person.FamilyName.Or(null),
            person.Phone.Or(null),
            person.Picture.Or(null),
            person.ExternalId.Or(null),
            person.UserSchema.Or(null),
            planned.After.Active.Or(true),
            Id: planned.Id.Value,
            DisplayName: person.DisplayName.Or(null));
        var facts = new CreateUser.Facts(
            standing, known.AccountScope, _draft.Named(fold) is not null, _draft.DeletedNamed(fold), _draft.IsUsed(planned.Id), null);
        return Take(CreateUser.Decide(facts, Now, request, planned.Id, null));
    }

    private Fault? Change(PlannedUser planned)
    {
        var id = planned.Id;
        var request = new ChangeUserRequest(id, planned.After!.Person, planned.After.Active);
        var facts = new ChangeUser.Facts(
            standing,
            _draft.User(id),
            known.AccountScope,
            _draft.Membership(MemberId.User(id), known.AccountScope),
            known.HighestLevels[id],
            [],
            planned.IsRename ? _draft.Named(planned.After.Person.Name.Or(default).Fold) : null,
            planned.IsRename ? known.OpenInvitations[id] : null,
            null,
            known.HighestLevels[id] > Level.None);
        return Take(ChangeUser.Decide(facts, Now, request, caller));
    }

    private Fault? Remove(PlannedUser planned)
    {
        var id = planned.Id;
        var facts = new DeleteUser.Facts(
            standing, _draft.User(id), _draft.Membership(MemberId.User(id), known.AccountScope), known.HighestLevels[id], []);
        return Take(DeleteUser.Decide(facts, id));
    }

    private Fault? Create(PlannedScope planned)
    {
        var (id, values) = (planned.Id, planned.After!);
        if (id.Kind == ScopeKind.Team)
        {
            return Take(CreateTeam.Decide(
                new(standing, known.AccountScope, _draft.IsUsed(id), null), Now, new(values.Name, values.Description, Id: id.Id), id));
        }

        var parent = values.Group is { } group ? ScopeId.Group(group) : known.AccountScope;
        var request = new CreateScopeRequest(id.Kind, values.Name, values.Group, values.Service, null, id.Id);

        // Who manages a new group is what the document says: nobody is added because the key has an owner.
        var facts = new CreateScope.Facts(standing, _draft.Exists(parent), _draft.IsUsed(id), null);
        return Take(CreateScope.Decide(facts, Now, request, id, parent));
    }

    private Fault? Change(PlannedScope planned)
    {
        if (planned.Id.Kind == ScopeKind.Team)
        {
            return Take(ChangeTeam.Decide(
                TeamFacts(planned.Id), Now, new(planned.Id.Id, planned.After!.Name, planned.After.Description)));
        }

        var request = new ChangeScopeRequest(planned.Id, planned.After!.Name);
        return Take(ChangeScope.Decide(new(standing, _draft.Scope(planned.Id)), Now, planned.Id, _ => request));
    }

    private Fault? Remove(PlannedScope planned)
    {
        var id = planned.Id;
        if (id.Kind == ScopeKind.Team)
        {
            return Take(DeleteTeam.Decide(new(standing, _draft.Scope(id), Level.None), id.Id));
        }

        var hasConnectors = id.Kind == ScopeKind.Group && _draft.HasConnectors(id);
        return Take(EndScope.Decide(new(standing, _draft.Scope(id), hasConnectors), id));
    }

    /// <summary>What it holds is below who may do everything, and its role in the account is a membership like others here.</summary>
    private ChangeTeam.Facts TeamFacts(ScopeId team) => new(standing, _draft.Scope(team), known.AccountScope, null, Level.None, null);

    private Fault? End(PlannedMembership planned) =>
        Take(EndMembership.Decide(FactsOf(planned), RefOf(planned), planned.In));

    private Fault? Give(PlannedMembership planned)
    {
        var facts = FactsOf(planned);
        if (facts.Member?.User is { } user && (user.Name.Fold != planned.Name.Fold || user.Active != planned.IsActive))
        {
            return new Fault(FaultKind.PlanMoved, "The user has another name now, or was activated or deactivated.");
        }

        var mode = planned.Action == ChangeAction.Create ? GiveMode.Add : GiveMode.Change;
        var request = new GiveRoleRequest(
            RefOf(planned), planned.In, RoleChoice.Named(planned.After!.Role), mode, new Optional<Instant?>(planned.After.Until));
        return Take(GiveRole.Decide(
            new(facts, _draft.RoleNamed(planned.After.Role), _draft.RoleNamed(facts.Held?.Role)), Now, request, caller));
    }

    private MembershipFacts FactsOf(PlannedMembership planned)
    {
        var member = MemberOf(planned);
        var exists = _draft.Exists(planned.In);
        var held = member is null || !exists ? null : _draft.Membership(member.Id, planned.In);
        return new(standing, member, exists, held, [], Level.None, planned.In);
    }

    private Member? MemberOf(PlannedMembership planned) => planned.User is { } id
        ? _draft.User(id) is { } user ? Member.Of(user) : null
        : _draft.Scope(ScopeId.Team(planned.Member.Id)) is { } team ? Member.Of(team) : null;

    private static MemberRef RefOf(PlannedMembership planned) =>
        planned.User is { } user ? UserRef.ById(user.Value) : MemberRef.Team(planned.Member.Id);

    private Fault? Take<T>(Verdict<T> verdict)
    {
        if (verdict.Answer.Failed(out var fault))
        {
            return fault;
        }

        foreach (var change in verdict.Changes)
        {
            _draft.Apply(change, moment, _changes.Count);
            _changes.Add(change);
        }

        return null;
    }
}
