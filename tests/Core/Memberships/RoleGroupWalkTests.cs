using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;
using Roster.Testing;

namespace Roster.Tests.Core.Memberships;

/// <summary>Walks through role groups in stretches of every length, while others write.</summary>
public sealed class RoleGroupWalkTests : IAsyncLifetime
{
    private static readonly string[] Organizations = ["org-c", "org-a", "org-b"];

    private RosterServer? _server;
    private TestAccount? _account;

    private RosterServer Server => _server!;

    private TestAccount Account => _account!;

    public async ValueTask InitializeAsync()
    {
        _server = await RosterServer.StartAsync();
        _account = await Server.OpenAccountAsync();
        await Task.WhenAll(Organizations.Select(id => Account.CreateOrganizationAsync(id, id)));
        await Task.WhenAll(Enumerable.Range(1, 6).Select(i => AddUserAsync($"user-{i}")));
    }

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(1_000)]
    public async Task Every_stretch_length_gives_the_same_walk(int limit) => (await WalkAsync(new(), limit)).ShouldBe(
    [
        "account Member user-1", "account Member user-2", "account Member user-3", "account Member user-4", "account Member user-5",
        "org-a Admin user-1",
        "org-a Viewer user-2", "org-a Viewer user-3", "org-a Viewer user-4", "org-a Viewer user-5", "org-a Viewer user-6",
        "org-c Member user-1", "org-c Member user-2", "org-c Member user-3", "org-c Member user-4", "org-c Member user-5", "org-c Member user-6",
    ]);

    [Fact]
    public async Task Filters_hold_at_once()
    {
        (await WalkAsync(new(User: new UserId("user-1")), 2)).ShouldBe(["account Member user-1", "org-a Admin user-1", "org-c Member user-1"]);
        (await WalkAsync(new(User: new UserId("user-1"), Level: Level.Member), 2)).ShouldBe(["account Member user-1", "org-c Member user-1"]);
        (await WalkAsync(new(User: new UserId("user-1"), Organization: "org-a"), 2)).ShouldBe(["org-a Admin user-1"]);
        (await WalkAsync(new(Organization: "org-a", Level: Level.Admin), 1)).ShouldBe(["org-a Admin user-1"]);
        (await WalkAsync(new(Organization: Account.Id.Value, Level: Level.Admin), 1)).ShouldBeEmpty();
        (await WalkAsync(new(Organization: "org-b"), 1)).ShouldBeEmpty();
        (await WalkAsync(new(Organization: "org-x"), 1)).ShouldBeEmpty();
        (await WalkAsync(new(User: new UserId("user-x")), 1)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_skipped_or_repeated_because_organizations_come_and_go()
    {
        var walk = await WalkAsync(new(), 1, async seen =>
        {
            if (seen == 8)
            {
                await Account.CreateOrganizationAsync("first of all", "org-0");
                await Account.EndScopeAsync(ScopeId.Organization("org-b"));
                await Account.DeleteUserAsync(new UserId("user-1"));
            }
        });

        walk.ShouldBe(
        [
            "account Member user-1", "account Member user-2", "account Member user-3", "account Member user-4", "account Member user-5",
            "org-a Admin user-1",
            "org-a Viewer user-2", "org-a Viewer user-3", "org-a Viewer user-4", "org-a Viewer user-5", "org-a Viewer user-6",
            "org-c Member user-2", "org-c Member user-3", "org-c Member user-4", "org-c Member user-5", "org-c Member user-6",
        ]);
    }

    [Fact]
    public async Task A_stretch_looks_at_a_bounded_number_of_groups()
    {
        var empty = await Server.OpenAccountAsync();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => empty.CreateOrganizationAsync("empty", $"org-{i}")));

        var first = await Server.Get<ListRoleGroups>().RunAsync(empty.Caller, new(), null, 4, CancellationToken.None);

        first.Value.Parts.ShouldBeEmpty();
        first.Value.Next!.Group.ShouldBe(4);
    }

    private async Task AddUserAsync(string id)
    {
        var user = await Account.RegisterUserAsync($"{id}@example.com", id is "user-6" ? null : "Account Analyst", id);
        await Task.WhenAll(
            Account.GiveRoleAsync(user, ScopeId.Organization("org-a"), id is "user-1" ? "Organization Admin" : "Organization Viewer"),
            Account.GiveRoleAsync(user, ScopeId.Organization("org-c"), "Organization Member"));
    }

    private async Task<List<string>> WalkAsync(RoleGroupFilter filter, int limit, Func<int, Task>? meanwhile = null)
    {
        var seen = new List<string>();
        RoleGroupParts? stretch = null;
        do
        {
            var read = await Server.Get<ListRoleGroups>().RunAsync(Account.Caller, filter, stretch?.Next, limit, CancellationToken.None);
            stretch = read.Value;
            stretch.Parts.Sum(part => part.Holders.Count).ShouldBeLessThanOrEqualTo(filter.User is null ? limit : int.MaxValue);
            seen.AddRange(stretch.Parts.SelectMany(part => part.Holders.Select(holder => $"{Name(part.Scope)} {part.Level} {holder.User}")));
            await (meanwhile?.Invoke(seen.Count) ?? Task.CompletedTask);
        }
        while (stretch.Next is not null);

        return seen;
    }

    private static string Name(ScopeId scope) => scope.Kind == ScopeKind.Account ? "account" : scope.Id;
}
