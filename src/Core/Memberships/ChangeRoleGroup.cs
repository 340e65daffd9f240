using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <param name="ExternalId">A provisioner's id for the group; absent stays as it is.</param>
/// <param name="Members">Users and teams.</param>
public sealed record ChangeRoleGroupRequest(
    ScopeId Scope, Level Level, Optional<string?> ExternalId, MemberWishes Members);

/// <summary>
/// Changes who has a level in the account or an organization, users and teams alike, in one set. Unlike <see cref="PatchRoleGroup"/> it
/// refuses to add whom it does not know, and takes teams as well.
/// </summary>
public sealed class ChangeRoleGroup(Writing writing)
{
    /// <returns>The group's version then.</returns>
    public async ValueTask<Outcome<long>> RunAsync(
        Caller caller, ChangeRoleGroupRequest request, CancellationToken cancellationToken) =>
        request.ExternalId.Or(null)?.Length > Text.MaxName
            ? Fault.Invalid("externalId", $"must be at most {Text.MaxName} characters long")
            : await writing.WriteAsync(
                caller,
                reads => ReadAsync(reads, caller, request),
                facts => facts.Group?.ChangedIn,
                (facts, moment) => Decide(facts, moment, request),
                cancellationToken);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, ChangeRoleGroupRequest request)
    {
        var standing = reads.StandingAsync(caller, request.Scope);
        var group = reads.RoleGroupAsync(request.Scope, request.Level);
        var named = await NamedMembers.ReadAsync(reads, request.Scope, request.Members.Named);
        List<GroupMember> all = request.Members.OthersStay ? [] : await AllAsync(reads, request);

        // One owner more than could be lost is enough to know that one stays.
        var atMost = request.Members.Named.Count() + all.Count + 1;
        var owners = request.Scope.Kind == ScopeKind.Account ? await reads.OwnersAsync(atMost) : [];
        return new(await standing, await group, named, all, owners);
    }

    private static Verdict<long> Decide(Facts facts, Moment moment, ChangeRoleGroupRequest request)
    {
        if (Permission.Needs(facts.Standing, Grants.Provision) is { } refused)
        {
            return refused;
        }

        if (facts.Group is not { } group)
        {
            return ScopeReads.Unknown(request.Scope);
        }

        var draft = new RoleGroupDraft(request.Scope, request.Level);
        foreach (var id in request.Members.Add)
        {
            if (facts.Named.ToAdd(id) is not { } found)
            {
                return Fault.Invalid("members", $"must be ids of users or teams: there is neither a user nor a team '{id}'");
            }

            draft.Add(found.Member!, found.Held);
        }

        foreach (var held in request.Members.Remove.SelectMany(facts.Named.Held))
        {
            draft.Remove(held);
        }

        foreach (var other in facts.All)
        {
            draft.RemoveUnlessAdded(other.Member, other.Level);
        }

        var stands = Permission.Above(facts.Standing, draft.HighestTouched) ?? KeepsAnOwner(facts, draft);
        if (stands is { } fault)
        {
            return fault;
        }

        var externalId = request.ExternalId.Or(group.ExternalId);
        IReadOnlyList<Change> changes = externalId == group.ExternalId
            ? draft.Changes
            : [new RoleGroupChanged(request.Scope, request.Level, externalId), .. draft.Changes];
        return Verdict<long>.Of(changes.Count == 0 ? group.ChangedIn : moment.Number(changes.Count - 1), changes);
    }

    private static Fault? KeepsAnOwner(Facts facts, RoleGroupDraft draft)
    {
        var gainsOwner = facts.Named.Users.Any(draft.MakesOwner);
        return MembershipRules.KeepsAnOwner(facts.Owners, gainsOwner ? [] : facts.Owners.Where(draft.Loses).ToHashSet());
    }

    private static async ValueTask<List<GroupMember>> AllAsync(IReads reads, ChangeRoleGroupRequest request)
    {
        const int Chunk = 10_000;
        var all = new List<GroupMember>();
        for (var after = MemberId.User(new("")); ;)
        {
            var some = await reads.RoleGroupMembersAsync(request.Scope, request.Level, after, Chunk);
            all.AddRange(some);
            if (some.Count < Chunk)
            {
                return all;
            }

            after = some[^1].Member;
        }
    }

    private sealed record Facts(
        Outcome<Standing> Standing,
        RoleGroup? Group,
        NamedMembers Named,
        IReadOnlyList<GroupMember> All,
        IReadOnlyList<UserId> Owners);
}
