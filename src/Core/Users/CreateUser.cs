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

/// <param name="Id">An id of the caller's choice, for who migrates; null for one of ours.</param>
/// <param name="Invite">Makes the user pending, with an invitation to accept.</param>
/// <param name="Role">A role in the account scope to begin with; null for none.</param>
public sealed record CreateUserRequest(
    UserName Name,
    string? GivenName = null,
    string? FamilyName = null,
    string? Phone = null,
    string? Picture = null,
    string? ExternalId = null,
    string? UserSchema = null,
    bool Active = true,
    bool Invite = false,
    string? Role = null,
    string? Id = null,
    string? DisplayName = null,
    UserProfile? Profile = null);

/// <summary>Adds a user to the account, or revives the id of one who was deleted under the same name.</summary>
public sealed class CreateUser(Writing writing, InvitationOptions invitations)
{
    public async ValueTask<Outcome<UserInRole>> RunAsync(
        Caller caller, CreateUserRequest request, CancellationToken cancellationToken)
    {
        if (Check(request) is { } fault)
        {
            return fault;
        }

        var freshId = writing.Ids.NextUser();
        var invitation = writing.Ids.NextInvitation();
        var secret = Secret.Hash(writing.Ids.NextSecret());
        return await writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, request),
            (facts, moment) => Decide(facts, moment, request, freshId, new(invitation, secret, invitations.Lifetime)),
            cancellationToken);
    }

    internal static Fault? Check(CreateUserRequest request)
    {
        var person = new PersonPatch(
            request.Name,
            request.GivenName,
            request.FamilyName,
            request.Phone,
            request.Picture,
            request.ExternalId,
            request.UserSchema,
            request.DisplayName,
            request.Profile);
        if (request.Id is { } id && !IdForm.IsId(id))
        {
            return Fault.Invalid("id", "must be 1 to 128 letters, digits, '_' or '-'");
        }

        return request is { Invite: true, Active: false }
            ? Fault.Invalid("active", "must be true for a user who is invited")
            : PersonRules.Check(person);
    }

    internal static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, CreateUserRequest request)
    {
        var account = ScopeId.Account(caller.Account);
        var standing = reads.StandingAsync(caller, account);
        var taken = reads.UserNamedAsync(request.Name.Fold);
        var deleted = reads.DeletedUserNamedAsync(request.Name.Fold);
        var used = request.Id is { } id ? reads.IsUserIdUsedAsync(new UserId(id)) : default;
        var role = reads.RoleAsync(request.Role);
        return new(await standing, account, await taken is not null, await deleted, await used, await role);
    }

    /// <param name="invitation">For who is invited.</param>
    internal static Verdict<UserInRole> Decide(
        Facts facts, Moment moment, CreateUserRequest request, UserId freshId, NewInvitation? invitation)
    {
        if (Permission.Needs(facts.Standing, Grants.Provision) is { } refused)
        {
            return refused;
        }

        Role? role = null;
        if (request.Role is { } roleName)
        {
            var assignable = MembershipRules.Assignable(roleName, facts.Role, ScopeKind.Account, "role");
            if (assignable.Failed(out var fault))
            {
                return fault;
            }

            role = assignable.Value;
        }

        if ((role is null ? null : Permission.Above(facts.Standing, role.Level, "role")) is { } above)
        {
            return above;
        }

        if (facts.NameTaken)
        {
            return new Fault(FaultKind.UserNameTaken, $"There is a user '{request.Name.Given}' already.", "userName", request.Name.Fold);
        }

        var id = facts.DeletedId ?? (request.Id is { } chosen ? new UserId(chosen) : freshId);
        if (request.Id is { } wanted && (wanted != id.Value || (facts.DeletedId is null && facts.IdUsed)))
        {
            return new Fault(FaultKind.IdTaken, $"The id '{wanted}' cannot be given to this user.", "id", wanted);
        }

        return Create(facts, moment, request, id, role, invitation);
    }

    private static Verdict<UserInRole> Create(
        Facts facts, Moment moment, CreateUserRequest request, UserId id, Role? role, NewInvitation? invitation)
    {
        var person = new Person(
            request.Name,
            request.GivenName,
            request.FamilyName,
            request.Phone,
            request.Picture,
            request.ExternalId,
            request.UserSchema,
            request.DisplayName,
            request.Profile);
        var user = PersonRules.Begin(id, person, request.Active, request.Invite, moment.Number(0), moment.Now);
        List<Change> changes =
        [
            facts.DeletedId is null
                ? new UserCreated(id, request.Active, request.Invite, person)
                : new UserRevived(id, request.Active, request.Invite, person),
        ];
        if (request.Invite)
        {
            changes.Add(invitation!.Issue(user, moment));
        }

        if (role is not null)
        {
            changes.Add(MembershipRules.Give(user, facts.Account, null, role, default)!);
            user = user with { ChangedIn = moment.Number(changes.Count - 1) };
        }

        return Verdict<UserInRole>.Of(new UserInRole(user, role?.Name), changes);
    }

    internal sealed record Facts(
        Outcome<Standing> Standing, ScopeId Account, bool NameTaken, UserId? DeletedId, bool IdUsed, Role? Role);
}
