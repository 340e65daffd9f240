using Roster.Core.Access;
using Roster.Core.Documents;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Teams;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Testing;

namespace Roster.Tests.Core.Documents;

/// <summary>Does what a plan says by requests of their own.</summary>
internal sealed class SingleRequests(RosterServer server, Caller caller, ScopeId plannedFor)
{
    /// <returns>The first refusal; null where all was done.</returns>
    public async Task<Fault?> DoAsync(Plan plan)
    {
        foreach (var change in plan.Changes)
        {
            if (await DoAsync(change) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private async Task<Fault?> DoAsync(PlannedChange change) => change switch
    {
        PlannedUser { Action: ChangeAction.Create, After: { } after } user => (await server.Get<CreateUser>().RunAsync(
            caller,
            new(user.Name, after.Person.GivenName.Or(null), Phone: after.Person.Phone.Or(null), Active: after.Active.Or(true), Id: user.Id.Value),
            CancellationToken.None)).Fault,
        PlannedUser { Action: ChangeAction.Change, After: { } after } user => (await server.Get<ChangeUser>().RunAsync(
            caller, new(user.Id, after.Person, after.Active), CancellationToken.None)).Fault,
        PlannedUser user => (await server.Get<DeleteUser>().RunAsync(caller, user.Id, CancellationToken.None)).Fault,
        PlannedRole { Action: ChangeAction.Create, After: { } after } => (await server.Get<DefineRole>().RunAsync(
            caller, after, CancellationToken.None)).Fault,
        PlannedRole { Action: ChangeAction.Change, After: { } after } => (await server.Get<RedefineRole>().RunAsync(
            caller, Taken.Whole(after), CancellationToken.None)).Fault,
        PlannedRole role => (await server.Get<RemoveRole>().RunAsync(caller, role.Name, CancellationToken.None)).Fault,
        PlannedScope { Id.Kind: ScopeKind.Team, Action: ChangeAction.Create, After: { } after } team => (await server.Get<CreateTeam>().RunAsync(
            caller, new(after.Name, after.Description, Id: team.Id.Id), CancellationToken.None)).Fault,
        PlannedScope { Id.Kind: ScopeKind.Team, Action: ChangeAction.Change, After: { } after } team => (await server.Get<ChangeTeam>().RunAsync(
            caller, new(team.Id.Id, after.Name, after.Description), CancellationToken.None)).Fault,
        PlannedScope { Id.Kind: ScopeKind.Team } team => (await server.Get<DeleteTeam>().RunAsync(
            caller, team.Id.Id, CancellationToken.None)).Fault,
        PlannedScope { Action: ChangeAction.Create, After: { } after } scope => (await server.Get<CreateScope>().RunAsync(
            caller, new(scope.Id.Kind, after.Name, after.Group, after.Service, Id: scope.Id.Id), CancellationToken.None)).Fault,
        PlannedScope { Action: ChangeAction.Change, After: { } after } scope => (await server.Get<ChangeScope>().RunAsync(
            caller, new(scope.Id, after.Name), CancellationToken.None)).Fault,
        PlannedScope scope => (await server.Get<EndScope>().RunAsync(caller, scope.Id, CancellationToken.None)).Fault,
        PlannedMembership { After: { } after } membership => (await server.Get<GiveRole>().RunAsync(
            caller,
            new(RefOf(membership), Here(membership.In), RoleChoice.Named(after.Role), GiveMode.Put, new Optional<Instant?>(after.Until)),
            CancellationToken.None)).Fault,
        PlannedMembership membership => (await server.Get<EndMembership>().RunAsync(
            caller, RefOf(membership), Here(membership.In), CancellationToken.None)).Fault,
        _ => throw new NotSupportedException(change.ToString()),
    };

    private static MemberRef RefOf(PlannedMembership membership) =>
        membership.User is { } user ? UserRef.ById(user.Value) : MemberRef.Team(membership.Member.Id);

    private ScopeId Here(ScopeId scope) => scope == plannedFor ? ScopeId.Account(caller.Account) : scope;
}
