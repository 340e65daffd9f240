using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Storage;
using Roster.Core.Users;

namespace Roster.Core.Scopes;

/// <param name="Group">A connector's group; null for other kinds.</param>
/// <param name="Id">An id of the caller's choice, for who migrates; null for one of ours.</param>
public sealed record CreateScopeRequest(
    ScopeKind Kind, string Name, string? Group = null, string? Service = null, string? Settings = null, string? Id = null);

/// <summary>Makes an organization, a group or a connector. The owner of the key that makes a group manages it.</summary>
public sealed class CreateScope(Writing writing)
{
    public async ValueTask<Outcome<Scope>> RunAsync(
        Caller caller, CreateScopeRequest request, CancellationToken cancellationToken)
    {
        if (Check(request) is { } fault)
        {
            return fault;
        }

        var id = new ScopeId(request.Kind, request.Id ?? writing.Ids.NextScope(request.Kind));
        var parent = request.Group is { } group ? ScopeId.Group(group) : ScopeId.Account(caller.Account);
        return await writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, id, parent),
            (facts, moment) => Decide(facts, moment, request, id, parent),
            cancellationToken);
    }

    private static Fault? Check(CreateScopeRequest request) =>
        ScopeRules.CheckId(request.Kind, request.Id)
        ?? ScopeRules.CheckService(request.Service)
        ?? ScopeRules.CheckName(request.Name)
        ?? ScopeRules.CheckSettings(request.Settings);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, ScopeId id, ScopeId parent)
    {
        var standing = reads.StandingAsync(caller, parent);
        var exists = reads.ExistsAsync(parent);
        var used = reads.IsScopeIdUsedAsync(id);
        var manager = id.Kind == ScopeKind.Group && caller.Actor.Owner is { } owner ? reads.UserAsync(owner) : default;
        var isAccounts = id.Kind == ScopeKind.Organization && id.Id == caller.Account.Value;
        return new(await standing, await exists, await used || isAccounts, await manager);
    }

    internal static Verdict<Scope> Decide(
        Facts facts, Moment moment, CreateScopeRequest request, ScopeId id, ScopeId parent)
    {
        if (Permission.Needs(facts.Standing, Grants.Admin) is { } refused)
        {
            return refused;
        }

        if (!facts.ParentExists)
        {
            return ScopeReads.Unknown(parent) with { Field = "groupId" };
        }

        if (facts.IdUsed)
        {
            return new Fault(FaultKind.IdTaken, $"The id '{id.Id}' is, or was, in use.", "id", id.Id);
        }

        var scope = new Scope(
            id, parent, moment.Number(0), request.Name, request.Service, request.Settings, moment.Now, moment.Number(0), moment.Now);
        List<Change> changes = [new ScopeCreated(id, parent, request.Name, request.Service, request.Settings)];
        if (facts.Manager is { } manager)
        {
            changes.Add(MembershipRules.Give(manager, id, null, StandardRoles.Find("Manage Destination")!, default)!);
        }

        return Verdict<Scope>.Of(scope, changes);
    }

    internal sealed record Facts(Outcome<Standing> Standing, bool ParentExists, bool IdUsed, User? Manager);
}
