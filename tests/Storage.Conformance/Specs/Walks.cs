using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>A list of the contract, walked page by page: the rows' ids, and where the next page starts if there may be one.</summary>
internal delegate ValueTask<(IReadOnlyList<string> Ids, string? Next)> ReadPage(IReads reads, string after, int limit);

/// <summary>Every list of <see cref="IReads"/>, asked about what <see cref="CursorSpec"/> prepares.</summary>
internal static class Walks
{
    public const string First = "";
    public static readonly ScopeId Place = ScopeId.Group("g");
    public static readonly MemberId Anchor = MemberId.User(new("anchor"));

    /// <summary>Lists of users, whose rows are users that hold a role in the account and in the group.</summary>
    public static readonly IReadOnlyDictionary<string, ReadPage> OfUsers = new Dictionary<string, ReadPage>
    {
        ["all users"] = (reads, after, limit) =>
            CutAsync(reads.UsersAsync(null, At(after, limit)), item => item.User.Id.Value),
        ["active users"] = (reads, after, limit) =>
            CutAsync(reads.UsersAsync(true, At(after, limit)), item => item.User.Id.Value),
        ["users found by nothing"] = (reads, after, limit) =>
            CutAsync(reads.FindUsersAsync(UserSearch.Everyone, At(after, limit)), user => user.Id.Value),
        ["users found by being active"] = (reads, after, limit) =>
            CutAsync(reads.FindUsersAsync(UserSearch.Active(true), At(after, limit)), user => user.Id.Value),
        ["users found by their level"] = (reads, after, limit) =>
            CutAsync(reads.FindUsersAsync(UserSearch.RoleGroup(Place, Level.Viewer), At(after, limit)), user => user.Id.Value),
        ["users of a group"] = (reads, after, limit) =>
            CutAsync(reads.GroupUsersAsync(Place, null, At(after, limit)), item => item.User.Id.Value),
        ["active users of a group"] = (reads, after, limit) =>
            CutAsync(reads.GroupUsersAsync(Place, true, At(after, limit)), item => item.User.Id.Value),
        ["memberships in a scope"] = (reads, after, limit) =>
            CutAsync(reads.MembershipsAsync(new(Scope: Place), At(after, limit)), item => item.Member.Id),
        ["memberships of a kind and role"] = (reads, after, limit) =>
            CutAsync(reads.MembershipsAsync(new(Kind: ScopeKind.Group, Role: "View Destination"), At(after, limit)), item => item.Member.Id),
    };

    /// <summary>The same in the order of their ids; these lists end with an empty page.</summary>
    public static readonly IReadOnlyDictionary<string, ReadPage> OfUsersById = new Dictionary<string, ReadPage>
    {
        ["users by id"] = async (reads, after, limit) =>
            ById([.. (await reads.UsersByIdAsync(after, limit)).Items.Select(user => user.Id.Value)]),
        ["users by name"] = async (reads, after, limit) =>
            (await reads.UsersByNameAsync(after, limit)).Items is { Count: > 0 } users
                ? ([.. users.Select(user => user.Id.Value)], users[^1].Name.Fold)
                : ([], null),
        ["memberships by place"] = async (reads, after, limit) =>
            ById([.. (await reads.MembershipsByPlaceAsync(new(Place, new(after)), limit)).Select(named => named.Membership.Member.Id)]),
        ["members of a level"] = async (reads, after, limit) =>
            ById([.. (await reads.RoleGroupMembersAsync(Place, Level.Viewer, MemberId.User(new(after)), limit)).Select(member => member.Member.Id)]),
        ["holders of a role"] = async (reads, after, limit) =>
            ById([.. (await reads.RoleHoldersAsync(Place, Level.Viewer, after, limit)).Select(holder => holder.User.Value)]),
    };

    /// <summary>Lists of scopes and of one member's memberships in them.</summary>
    public static readonly IReadOnlyDictionary<string, ReadPage> OfScopes = new Dictionary<string, ReadPage>
    {
        ["scopes"] = (reads, after, limit) =>
            CutAsync(reads.ScopesAsync(new(ScopeKind.Connector), At(after, limit)), scope => scope.Id.Id),
        ["children"] = (reads, after, limit) =>
            CutAsync(reads.ScopesAsync(new(ScopeKind.Connector, Place), At(after, limit)), scope => scope.Id.Id),
        ["children of a name"] = (reads, after, limit) =>
            CutAsync(reads.ScopesAsync(new(ScopeKind.Connector, Place, "schema"), At(after, limit)), scope => scope.Id.Id),
        ["memberships of a member"] = (reads, after, limit) =>
            CutAsync(reads.MembershipsAsync(new(Member: Anchor), At(after, limit)), item => item.Scope.Id),
        ["memberships of a member, kind and role"] = (reads, after, limit) =>
            CutAsync(reads.MembershipsAsync(new(Anchor, ScopeKind.Connector, null, "View Connection"), At(after, limit)), item => item.Scope.Id),
    };

    public static readonly IReadOnlyDictionary<string, ReadPage> OfKeys = new Dictionary<string, ReadPage>
    {
        ["keys"] = (reads, after, limit) => CutAsync(reads.KeysAsync(At(after, limit)), key => key.Id.Value),
    };

    private static Page At(string after, int limit) => new(after == First ? 0 : long.Parse(after), limit);

    private static async ValueTask<(IReadOnlyList<string> Ids, string? Next)> CutAsync<T>(ValueTask<Slice<T>> reading, Func<T, string> id)
    {
        var slice = await reading;
        return ([.. slice.Items.Select(id)], slice.Next?.ToString());
    }

    private static (IReadOnlyList<string> Ids, string? Next) ById(List<string> ids) => (ids, ids.Count == 0 ? null : ids[^1]);
}
