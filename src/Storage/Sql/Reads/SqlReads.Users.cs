using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Reads;

internal sealed partial class SqlReads
{
    public ValueTask<User?> UserAsync(UserId id) =>
        Sql.OneAsync(UserStatements.Find, Rows.User, _account, id.Value);

    public ValueTask<User?> UserNamedAsync(string fold) =>
        Sql.OneAsync(UserStatements.FindNamed, Rows.User, _account, fold);

    public async ValueTask<UserId?> DeletedUserNamedAsync(string fold) =>
        await Sql.OneAsync(UserStatements.FindDeletedNamed, Rows.Text, _account, fold) is { } id ? new UserId(id) : null;

    public ValueTask<bool> IsUserIdUsedAsync(UserId id) =>
        Sql.OneAsync(UserStatements.IsIdUsed, Rows.Exists, _account, id.Value);

    public async ValueTask<Slice<UserInRole>> UsersAsync(bool? active, Page page)
    {
        var (users, most) = (new BoundedPage<UserInRole>(Rows.UserInRole, Rows.LargeOfUser), page.Limit + 1L);
        return Cut(page, active is { } only
            ? await Sql.ManyAsync(UserStatements.ListByActive, users.Read, _account, page.After, most, Now, only)
            : await Sql.ManyAsync(UserStatements.List, users.Read, _account, page.After, most, Now));
    }

    public ValueTask<Slice<User>> UsersByIdAsync(string after, int limit) => UsersAfterAsync(UserStatements.ListById, after, limit);

    public ValueTask<Slice<User>> UsersByNameAsync(string after, int limit) => UsersAfterAsync(UserStatements.ListByName, after, limit);

    public async ValueTask<int> CountUsersAsync(int atMost) =>
        (int)await Sql.OneAsync(UserStatements.Count, Rows.Number, _account, atMost);

    public async ValueTask<Slice<UserInRole>> GroupUsersAsync(ScopeId group, bool? active, Page page)
    {
        if (await ScopeAsync(group) is null)
        {
            return new([], null);
        }

        var (users, most) = (new BoundedPage<UserInRole>(Rows.UserInRole, Rows.LargeOfUser), page.Limit + 1L);
        return Cut(page, active is { } only
            ? await Sql.ManyAsync(GroupUserStatements.ListByActive, users.Read, _account, Now, group.Id, page.After, most, only)
            : await Sql.ManyAsync(GroupUserStatements.List, users.Read, _account, Now, group.Id, page.After, most));
    }

    private async ValueTask<Slice<User>> UsersAfterAsync(string statement, string after, int limit)
    {
        var users = new BoundedPage<User>(Rows.User, Rows.LargeOfUser);
        return BoundedPage<User>.Cut(await Sql.ManyAsync(statement, users.Read, _account, after, limit + 1L), limit, user => user.Number);
    }

    private static Slice<UserInRole> Cut(Page page, List<UserInRole?> rows) =>
        BoundedPage<UserInRole>.Cut(rows, page.Limit, row => row.User.Number);
}
