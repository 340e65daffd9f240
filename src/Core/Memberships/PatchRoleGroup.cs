using Roster.Core.Access;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>Who is to have a level in the account or an organization, and who is not to have it any more.</summary>
/// <param name="Remove">Applied after <paramref name="Add"/>: who is in both ends up removed.</param>
/// <param name="RemoveOthers">Everybody else of this level is removed as well.</param>
public sealed record PatchRoleGroupRequest(
    ScopeId Scope, Level Level, IReadOnlyList<string> Add, IReadOnlyList<string> Remove, bool RemoveOthers = false);

/// <summary>A named user for whom nothing was done.</summary>
/// <param name="Kind"><see cref="FaultKind.UnknownUser"/>, or <see cref="FaultKind.UnknownMembership"/> for a removal of no member.</param>
public sealed record SkippedUser(string User, FaultKind Kind);

/// <summary>
/// Changes the members of one (scope, level) in one set. A removal touches only who has this level: who has another
/// stays, so that a provisioner may move people between groups in either order.
/// </summary>
public sealed class PatchRoleGroup(Writing writing)
{
    private const int Chunk = 10_000;

    // Users asked about at once: enough to make waiting short, few enough that no request fills the engine's queue.
    private const int Together = 500;

    public ValueTask<Outcome<IReadOnlyList<SkippedUser>>> RunAsync(
        Caller caller, PatchRoleGroupRequest request, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, request),
            (facts, _) => Decide(facts, request, caller.Account),
            cancellationToken);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, PatchRoleGroupRequest request)
    {
        string[] ids = [.. request.Add.Concat(request.Remove).Distinct(StringComparer.Ordinal)];
        var standing = reads.StandingAsync(caller, request.Scope);
        var exists = reads.ExistsAsync(request.Scope);
        var losing = HoldersAndOwnersAsync(reads, request, ids.Length);
        var named = await NamedAsync(reads, ids, request.Scope);
        var (holders, owners) = await losing;
        return new(await standing, await exists, named, holders, owners);
    }

    private static async ValueTask<Dictionary<string, NamedUser>> NamedAsync(IReads reads, string[] ids, ScopeId scope)
    {
        var named = new Dictionary<string, NamedUser>(ids.Length, StringComparer.Ordinal);
        foreach (var some in ids.Chunk(Together))
        {
            var finding = Array.ConvertAll(some, id => UserRef.ById(id).FindAsync(reads, HeldAsync));
            for (var i = 0; i < some.Length; i++)
            {
                var (user, held) = await finding[i];
                named.Add(some[i], new(user, held));
            }
        }

        return named;

        ValueTask<Membership?> HeldAsync(UserId user) => reads.MembershipAsync(MemberId.User(user), scope);
    }

    /// <summary>One owner more than could be lost is enough to know that one stays.</summary>
    private static async ValueTask<(IReadOnlyList<Membership> Holders, IReadOnlyList<UserId> Owners)> HoldersAndOwnersAsync(
        IReads reads, PatchRoleGroupRequest request, int named)
    {
        var holders = request.RemoveOthers ? await HoldersAsync(reads, request) : [];
        return (holders, request.Scope.Kind == ScopeKind.Account ? await reads.OwnersAsync(named + holders.Count + 1) : []);
    }

    private static async ValueTask<IReadOnlyList<Membership>> HoldersAsync(IReads reads, PatchRoleGroupRequest request)
    {
        var all = new List<Membership>();
        for (var after = ""; ;)
        {
            var holders = await reads.RoleHoldersAsync(request.Scope, request.Level, after, Chunk);
            all.AddRange(holders.Select(holder => holder.Membership));
            if (holders.Count < Chunk)
            {
                return all;
            }

            after = holders[^1].User.Value;
        }
    }

    private static Verdict<IReadOnlyList<SkippedUser>> Decide(
        Facts facts, PatchRoleGroupRequest request, AccountId account)
    {
        if (Permission.Needs(facts.Standing, Grants.Provision) is { } refused)
        {
            return refused;
        }

        if (!facts.ScopeExists)
        {
            return new Fault(
                FaultKind.NotManaged, $"The organization '{request.Scope.Id}' is not managed by '{account}'.", "managedOrgId", request.Scope.Id);
        }

        var draft = new RoleGroupDraft(request.Scope, request.Level);
        foreach (var id in request.Add.Distinct(StringComparer.Ordinal))
        {
            draft.Add(id, facts.Named[id].User, facts.Named[id].Held);
        }

        foreach (var id in request.Remove.Distinct(StringComparer.Ordinal))
        {
            draft.Remove(id, facts.Named[id].User, facts.Named[id].Held);
        }

        foreach (var held in facts.Holders)
        {
            draft.RemoveUnlessAdded(held.Member, held.Level);
        }

        var gainsOwner = facts.Named.Values.Any(named => named.User is { } user && draft.MakesOwner(user));
        var lost = gainsOwner ? [] : facts.Owners.Where(draft.Loses).ToHashSet();
        var stands = Permission.Above(facts.Standing, draft.HighestTouched)
            ?? MembershipRules.KeepsAnOwner(facts.Owners, lost);
        return stands is { } fault
            ? fault
            : Verdict<IReadOnlyList<SkippedUser>>.Of(draft.Skipped, draft.Changes);
    }

    private readonly record struct NamedUser(User? User, Membership? Held);

    private sealed record Facts(
        Outcome<Standing> Standing,
        bool ScopeExists,
        IReadOnlyDictionary<string, NamedUser> Named,
        IReadOnlyList<Membership> Holders,
        IReadOnlyList<UserId> Owners);
}
