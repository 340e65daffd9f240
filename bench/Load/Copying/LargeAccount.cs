using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Storage.Sqlite;

namespace Roster.Bench.Load.Copying;

/// <summary>
/// An account of so many users, each with a role in the account and in two of a thousand groups, and with the log of all that.
/// Written past HTTP, a thousand changes at a time.
/// </summary>
internal static class LargeAccount
{
    private const int Groups = 1_000;
    private const int UsersInSet = 250;
    private static readonly AccountId Account = new(Bench.Account);
    private static readonly Role Reviewer = StandardRoles.Find("Account Reviewer")!;
    private static readonly Role Viewer = StandardRoles.Find("View Destination")!;

    public static async Task MakeAsync(string file, int users)
    {
        await using var store = await SqliteStore.OpenAsync(
            new SqliteOptions { File = file, Synchronous = SqliteSynchronous.Normal }, TimeProvider.System, CancellationToken.None);
        await WriteAsync(store, _ => [new AccountOpened("bench"), .. Enumerable.Range(0, Groups).Select(Group)]);
        for (var first = 0; first < users; first += UsersInSet)
        {
            var count = Math.Min(UsersInSet, users - first);
            await WriteAsync(store, moment => [.. Enumerable.Range(0, count).SelectMany(i => User(first + i, moment.Number(4 * i)))]);
        }
    }

    private static async Task WriteAsync(SqliteStore store, Func<Moment, Change[]> changes) => await store.WriteAsync(
        new Write<int, Done>(
            Account,
            new SetToken(Guid.NewGuid().ToString("N")),
            "key:" + Bench.KeyId,
            Door.Native,
            _ => new(0),
            (_, moment) => Verdict<Done>.Of(default, changes(moment))),
        CancellationToken.None);

    private static ScopeCreated Group(int i) =>
        new(ScopeId.Group($"group-{i}"), ScopeId.Account(Account), $"Group {i}", null, null);

    private static IEnumerable<Change> User(int i, long number)
    {
        // In no order, as the server's own ids are.
        var id = new UserId($"user-{(uint)i * 2_654_435_761u:x8}{i:x8}");
        var name = $"user{i}@example.com";
        yield return new UserCreated(
            id, true, false, new Person(new UserName(name, UserName.FoldOf(name)), "Ada", "Byron", "+15550100", null, null, null));
        yield return Give(id, number, ScopeId.Account(Account), Reviewer);
        yield return Give(id, number, ScopeId.Group($"group-{i % Groups}"), Viewer);
        yield return Give(id, number, ScopeId.Group($"group-{(i + 1 + (i / Groups % (Groups - 1))) % Groups}"), Viewer);
    }

    private static RoleGiven Give(UserId user, long number, ScopeId scope, Role role) =>
        new(MemberId.User(user), number, scope, role.Name, role.Level, role.Cascades, null);
}
