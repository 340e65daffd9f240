using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Bench.Micro;

/// <summary>An account with many users, each a member of several groups, a connector in every group, and a team for every hundred users.</summary>
internal sealed class LargeAccount(IStore store, int users, int each)
{
    public const int Groups = 1_000;

    private const int Piece = 20_000;

    public static readonly AccountId Id = new("org-large");

    public int Memberships => users * each;

    public static string UserAt(int i) => $"user-{i:D21}";

    public static string ConnectorAt(int i) => $"connector-{i % Groups:D11}";

    public static ScopeId GroupAt(int i) => ScopeId.Group($"group-{i:D15}");

    /// <summary>Of a user's groups, one.</summary>
    public static int GroupOf(int user, int nth) => ((user * 7) + (nth * 131)) % Groups;

    public async Task FillAsync()
    {
        var account = ScopeId.Account(Id);
        var changes = new List<Change> { new AccountOpened("Large") };
        changes.AddRange(Enumerable.Range(0, Groups).Select(i => new ScopeCreated(GroupAt(i), account, "g", null, null)));
        changes.AddRange(Enumerable.Range(0, Groups).Select(i => new ScopeCreated(ScopeId.Connector(ConnectorAt(i)), GroupAt(i), "c", "s", null)));
        var role = StandardRoles.Find("Edit Destination")!;
        for (var i = 0; i < users; i++)
        {
            var id = new UserId(UserAt(i));
            var name = $"user{i}@example.com";
            changes.Add(new UserCreated(id, true, false, new Person(new UserName(name, name), null, null, null, null, null, null)));
            for (var nth = 0; nth < each; nth++)
            {
                changes.Add(new RoleGiven(MemberId.User(id), i + 1, GroupAt(GroupOf(i, nth)), role.Name, role.Level, role.Cascades, null));
            }

            if (changes.Count >= Piece)
            {
                await WriteAsync(changes);
                changes = [];
            }
        }

        await WriteAsync(changes);
    }

    /// <summary>May the user write to the connector: the right is the group's, between it and the account.</summary>
    public static AccessQuestion Question(int user, int nth) =>
        new(new("user", UserAt(user)), "write", null, new("connector", ConnectorAt(GroupOf(user, nth))), null);

    private async Task WriteAsync(IReadOnlyList<Change> changes)
    {
        var written = await store.WriteAsync(
            new Write<int, Done>(Id, new(Guid.NewGuid().ToString("N")), "bench", Door.Server, _ => new(0), (_, _) => Verdict<Done>.Of(default, changes))
            {
                MayTakeLong = true,
            },
            CancellationToken.None);
        if (written.Failed(out var fault))
        {
            throw new InvalidOperationException(fault.Message);
        }
    }
}
