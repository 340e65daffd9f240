using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>
/// The members of the account and its organizations by level: the account first, then organizations by id; admin,
/// member, viewer; users by id. Walked in stretches of one snapshot each, so that no account is too large.
/// </summary>
public sealed class ListRoleGroups(IStore store)
{
    private static readonly Level[] AllLevels = [Level.Admin, Level.Member, Level.Viewer];

    /// <param name="from">Where the stretch before ended; null to begin.</param>
    /// <param name="limit">Most members in one stretch; every group looked at counts as one more.</param>
    public ValueTask<Outcome<RoleGroupParts>> RunAsync(
        Caller caller, RoleGroupFilter filter, RoleGroupPosition? from, int limit, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            async reads => (Outcome<RoleGroupParts>)(filter.User is { } user
                ? await OfUserAsync(reads, filter, user)
                : await WalkAsync(reads, filter, from, limit)),
            cancellationToken);

    private static async ValueTask<RoleGroupParts> WalkAsync(
        IReads reads, RoleGroupFilter filter, RoleGroupPosition? from, int limit)
    {
        Level[] levels = filter.Level is { } only ? [only] : AllLevels;
        var (scopes, group, after) = from ?? new(await ScopesAsync(reads, filter.Organization), 0, "");
        var parts = new List<RoleGroupPart>();
        for (; group < scopes.Count * levels.Length && limit > 0; group++, after = "", limit--)
        {
            var (scope, level) = (scopes[group / levels.Length], levels[group % levels.Length]);
            var holders = await reads.RoleHoldersAsync(scope, level, after, limit);
            if (holders.Count > 0)
            {
                parts.Add(new(scope, level, holders));
            }

            if (holders.Count == limit)
            {
                return new(parts, new(scopes, group, holders[^1].User.Value));
            }

            limit -= holders.Count;
        }

        return new(parts, group < scopes.Count * levels.Length ? new(scopes, group, after) : null);
    }

    /// <summary>As many reads as the user has memberships, however many organizations there are.</summary>
    private static async ValueTask<RoleGroupParts> OfUserAsync(IReads reads, RoleGroupFilter filter, UserId id)
    {
        var finding = reads.UserAsync(id);
        var held = await HeldAsync(reads, MemberId.User(id), filter.Organization);
        if (await finding is not { } user)
        {
            return new([], null);
        }

        return new(
            [.. held
                .Where(membership => filter.Level is not { } only || only == membership.Level)
                .Select(membership => new RoleGroupPart(
                    membership.Scope, membership.Level, [new RoleHolder(id, user.Name.Fold, membership)]))],
            null);
    }

    private static async ValueTask<IEnumerable<Membership>> HeldAsync(IReads reads, MemberId member, string? organization)
    {
        var account = ScopeId.Account(reads.Account!.Id);
        if (organization is not null)
        {
            var scope = organization == account.Id ? account : ScopeId.Organization(organization);
            return await reads.MembershipAsync(member, scope) is { } there ? [there] : [];
        }

        var inAccount = reads.MembershipAsync(member, account);
        var below = await Slices.AllAsync(page => reads.MembershipsAsync(new(member, ScopeKind.Organization), page));
        below.Sort((left, right) => string.CompareOrdinal(left.Scope.Id, right.Scope.Id));
        return await inAccount is { } top ? below.Prepend(top) : below;
    }

    private static async ValueTask<IReadOnlyList<ScopeId>> ScopesAsync(IReads reads, string? only)
    {
        var account = ScopeId.Account(reads.Account!.Id);
        if (only is not null)
        {
            var organization = ScopeId.Organization(only);
            return only == account.Id ? [account] : await reads.ExistsAsync(organization) ? [organization] : [];
        }

        return [account, .. (await reads.OrganizationsAsync()).Select(scope => scope.Id)];
    }
}
