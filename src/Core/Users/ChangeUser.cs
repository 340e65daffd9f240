using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Invitations;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Users;

/// <summary>What is absent stays as it is.</summary>
/// <param name="Active">False ends the user's role memberships, keys and open invitations; true restores none of them.</param>
/// <param name="Role">The role in the account scope; null or empty ends it. A key cannot change its own owner's.</param>
public sealed record ChangeUserRequest(
    UserId User, PersonPatch Person, Optional<bool> Active = default, Optional<string?> Role = default);

/// <summary>Changes what is known about a user, and with it whether they are active and their role in the account.</summary>
public sealed class ChangeUser(Writing writing)
{
    public async ValueTask<Outcome<UserInRole>> RunAsync(
        Caller caller, ChangeUserRequest request, CancellationToken cancellationToken) =>
        PersonRules.Check(request.Person) is { } fault
            ? fault
            : await writing.WriteAsync(
                caller,
                reads => ReadAsync(reads, caller, request),
                facts => facts.User?.ChangedIn,
                (facts, moment) => Decide(facts, moment, request, caller),
                cancellationToken);

    internal static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, ChangeUserRequest request)
    {
        var account = ScopeId.Account(caller.Account);
        var member = MemberId.User(request.User);
        var name = request.Person.Name;
        var standing = reads.StandingAsync(caller, account);
        var user = reads.UserAsync(request.User);
        var inAccount = reads.MembershipAsync(member, account);
        var highest = reads.HighestLevelAsync(member);
        var owners = reads.OwnersAsync(2);
        var named = name.IsSet ? reads.UserNamedAsync(name.Or(default).Fold) : default;
        var open = name.IsSet ? reads.OpenInvitationAsync(request.User) : default;
        var role = reads.RoleAsync(request.Role.Or(null));
        var holds = request.Active.Or(true) ? default : HoldsRolesAsync(reads, member);
        return new(
            await standing, await user, account, await inAccount, await highest, await owners, await named, await open, await role, await holds);
    }

    /// <summary>Seats are not roles that a deactivation ends.</summary>
    private static async ValueTask<bool> HoldsRolesAsync(IReads reads, MemberId member)
    {
        var one = new Page(0, 1);
        var account = reads.MembershipsAsync(new(member, ScopeKind.Account), one);
        var organizations = reads.MembershipsAsync(new(member, ScopeKind.Organization), one);
        var groups = reads.MembershipsAsync(new(member, ScopeKind.Group), one);
        var connectors = reads.MembershipsAsync(new(member, ScopeKind.Connector), one);
        var found = (await account).Items.Count + (await organizations).Items.Count;
        return found + (await groups).Items.Count + (await connectors).Items.Count > 0;
    }

    internal static Verdict<UserInRole> Decide(Facts facts, Moment moment, ChangeUserRequest request, Caller caller)
    {
        if (Permission.Needs(facts.Standing, Grants.Provision) is { } refused)
        {
            return refused;
        }

        if (facts.User is not { } user)
        {
            return UserRef.ById(request.User.Value).Unknown();
        }

        var role = WantedRole(facts, request, caller);
        if (role.Failed(out var badRole))
        {
            return badRole;
        }

        var person = PersonRules.Difference(user, request.Person);
        var renamed = person is { Name.IsSet: true };

        // Who becomes active has again what their seats in teams give.
        var becomesActive = !user.Active && request.Active.Or(false);
        if ((renamed || becomesActive || !request.Active.Or(true)) && Permission.Above(facts.Standing, facts.Highest) is { } above)
        {
            return above;
        }

        if (renamed && facts.Namesake is { } other && other.Id != user.Id)
        {
            return new Fault(FaultKind.UserNameTaken, $"There is a user '{other.Name.Given}' already.", "userName", other.Name.Fold);
        }

        var draft = new Draft(user, facts, moment);
        draft.Change(person);
        draft.SetRole(request.Role, role.Value, caller);
        draft.SetActive(request.Active);
        return MembershipRules.KeepsAnOwner(facts.Owners, draft.LostOwner) is { } lastOwner
            ? lastOwner
            : Verdict<UserInRole>.Of(draft.Answer, draft.Changes);
    }

    private static Outcome<Role?> WantedRole(Facts facts, ChangeUserRequest request, Caller caller)
    {
        if (!request.Role.IsSet || (request.Role.Or(null) ?? "") == (facts.InAccount?.Role ?? ""))
        {
            return (Role?)null;
        }

        if (caller.Actor.Owner == request.User)
        {
            return new Fault(FaultKind.OwnRole, "A key cannot change the role of its own user.", "role");
        }

        Role? role = null;
        if (request.Role.Or(null) is { Length: > 0 } name)
        {
            var assignable = MembershipRules.Assignable(name, facts.Role, ScopeKind.Account, "role");
            if (assignable.Failed(out var fault))
            {
                return fault;
            }

            role = assignable.Value;
        }

        var held = facts.InAccount?.Level ?? Level.None;
        var touched = role is not null && role.Level > held ? role.Level : held;
        return Permission.Above(facts.Standing, touched, "role") is { } above ? above : role;
    }

    internal sealed record Facts(
        Outcome<Standing> Standing,
        User? User,
        ScopeId Account,
        Membership? InAccount,
        Level Highest,
        IReadOnlyList<UserId> Owners,
        User? Namesake,
        Invitation? Open,
        Role? Role,
        bool HoldsRoles);

    /// <summary>The user as the changes so far leave them.</summary>
    private sealed class Draft(User user, Facts facts, Moment moment)
    {
        private readonly bool _wasOwner = MembershipRules.IsOwner(user, facts.InAccount);
        private User _user = user;
        private Membership? _inAccount = facts.InAccount;

        public List<Change> Changes { get; } = [];

        public UserInRole Answer => new(_user, _inAccount?.Role);

        public IReadOnlyCollection<UserId> LostOwner =>
            _wasOwner && !MembershipRules.IsOwner(_user, _inAccount) ? [_user.Id] : [];

        public void Change(PersonPatch? person)
        {
            if (person is null)
            {
                return;
            }

            Add(new UserChanged(_user.Id, person));
            if (person.Name.IsSet && person.Name.Or(default).Fold != _user.Name.Fold && facts.Open is { } open)
            {
                Changes.Add(new InvitationVoided(open.Id, _user.Id));
            }

            var proved = _user.Verified && person.Name.Or(_user.Name).Fold == _user.Name.Fold;
            if (_user.Verified && !proved)
            {
                Add(new UserUnverified(_user.Id));
            }

            _user = PersonRules.Apply(_user, person) with { Verified = proved };
        }

        public void SetRole(Optional<string?> wanted, Role? role, Caller caller)
        {
            if (role is not null)
            {
                Add(MembershipRules.Give(_user, facts.Account, _inAccount, role, default)!);
                _inAccount = MembershipRules.After(
                    Changes[^1], _inAccount, moment, Changes.Count - 1, caller.Actor.Name, caller.Door);
            }
            else if (wanted.IsSet && string.IsNullOrEmpty(wanted.Or(null)) && _inAccount is { } held)
            {
                Add(new MembershipEnded(held.Member, held.Scope, held.Level));
                _inAccount = null;
            }
        }

        public void SetActive(Optional<bool> wanted)
        {
            var active = wanted.Or(_user.Active);
            if (active == _user.Active && !EndsRolesGivenSince(wanted))
            {
                return;
            }

            Add(active ? new UserActivated(_user.Id) : new UserDeactivated(_user.Id));
            _user = _user with { Active = active };
            _inAccount = active ? _inAccount : null;
        }

        /// <summary>Who is inactive can be given roles: deactivated once more, those end too.</summary>
        private bool EndsRolesGivenSince(Optional<bool> wanted) => !wanted.Or(true) && facts.HoldsRoles;

        private void Add(Change change)
        {
            Changes.Add(change);
            _user = _user with { ChangedIn = moment.Number(Changes.Count - 1), ChangedAt = moment.Now };
        }
    }
}
