using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Users;

/// <summary>Users as lists need them; in the order in which they were created.</summary>
internal sealed class UserSource : IListSource<UserSearch, User>
{
    private const int Together = 100;

    public ResourceType Type => ResourceType.User;

    public ListPlan<UserSearch> Plan(Filter? filter, string account) => UserSearches.Plan(filter, account);

    public async ValueTask<long> CountAsync(IReads reads, UserSearch search) => await reads.CountUsersAsync(search, int.MaxValue);

    public async ValueTask<ListPosition> SkipAsync(IReads reads, UserSearch search, long count) =>
        count > int.MaxValue || await reads.SkipUsersAsync(search, (int)count) is var number && number == long.MaxValue
            ? ListPosition.End
            : new(number);

    public async ValueTask<IReadOnlyList<User>> NextAsync(IReads reads, UserSearch search, ListPosition after, int limit) =>
        (await reads.FindUsersAsync(search, new Page(after.Number, limit))).Items;

    public ListPosition PositionOf(User row) => new(row.Number);

    public async ValueTask<IReadOnlyList<User>> RowsAsync(IReads reads, IReadOnlyList<ListPosition> positions)
    {
        var rows = new List<User>(positions.Count);
        foreach (var some in positions.Chunk(Together))
        {
            foreach (var finding in Array.ConvertAll(some, place => reads.FindUsersAsync(UserSearch.Everyone, new Page(place.Number - 1, 1))))
            {
                rows.AddRange((await finding).Items);
            }
        }

        return rows;
    }

    public async ValueTask<IReadOnlyList<ScimObject>?> JudgedAsync(IReads reads, IReadOnlyList<User> rows, ListRequest request, Links links) =>
        await UserResources.ShownAsync(
            reads,
            rows,
            withGroups: request.LooksAt(UserSchema.Groups),
            withManagers: request.LooksAt(UserSchema.Manager),
            links);

    public ValueTask<IReadOnlyList<ScimObject>> ShownAsync(IReads reads, IReadOnlyList<User> rows, Selection selection, Links links) =>
        UserResources.ShownAsync(reads, rows, selection.Shows(UserSchema.Groups), selection.Shows(ResourceType.User.Extension!), links);
}
