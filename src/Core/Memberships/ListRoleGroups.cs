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
    private static readonly Level[] Levels = [Level.Admin, Level.Member, Level.Viewer];

    /// <param name="limit">Most members in one stretch.</param>
    public ValueTask<Outcome<RoleGroupParts>> RunAsync(
        Caller caller, RoleGroupFilter filter, RoleGroupPosition from, int limit, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            async reads => (Outcome<RoleGroupParts>)(filter.User is { } user
                ? await OfUserAsync(reads, filter, user)
                : await WalkAsync(reads, filter, from, limit)),
            cancellationToken);

    private static async ValueTask<RoleGroupParts> WalkAsync(
        IReads reads, RoleGroupFilter filter, RoleGroupPosition from, int limit)
    {
        var scopes = await ScopesAsync(reads, filter.Organization);
        var parts = new List<RoleGroupPart>();
        for (var at = from.Organization; at < scopes.Count; at++)
        {
            foreach (var level in Levels)
            {
                var resumes = at == from.Organization;
                if ((filter.Level is { } only && only != level) || (resumes && level > from.Level))
                {
                    continue;
                }

                var after = resumes && level == from.Level ? from.After : "";
                var holders = await reads.RoleHoldersAsync(scopes[at], level, after, limit);
                if (holders.Count > 0)
                {
                    parts.Add(new(scopes[at], level, holders));
                }

                limit -= holders.Count;
                if (limit <= 0)
                {
                    return new(parts, new(at, level, holders[^1].User.Value));
                }
            }
        }

        return new(parts, null);
    }

    private static async ValueTask<RoleGroupParts> OfUserAsync(IReads reads, RoleGroupFilter filter, UserId id)
    {
        var parts = new List<RoleGroupPart>();
        if (await reads.UserAsync(id) is { } user)
        {
            foreach (var scope in await ScopesAsync(reads, filter.Organization))
            {
                if (await reads.MembershipAsync(MemberId.User(id), scope) is { } held
                    && (filter.Level is not { } only || only == held.Level))
                {
                    parts.Add(new(scope, held.Level, [new RoleHolder(id, user.Name.Fold, held)]));
                }
            }
        }

        return new(parts, null);
    }

    private static async ValueTask<IReadOnlyList<ScopeId>> ScopesAsync(IReads reads, string? only)
    {
        var account = ScopeId.Account(reads.Account!.Id);
        if (only is not null)
        {
            var organization = ScopeId.Organization(only);
            return only == account.Id ? [account] : await reads.ExistsAsync(organization) ? [organization] : [];
        }

        var scopes = new List<ScopeId>();
        for (long? after = 0; after is { } number;)
        {
            var slice = await reads.ScopesAsync(new(ScopeKind.Organization), new(number, 1_000));
            scopes.AddRange(slice.Items.Select(scope => scope.Id));
            after = slice.Next;
        }

        scopes.Sort((left, right) => string.CompareOrdinal(left.Id, right.Id));
        return [account, .. scopes];
    }
}
