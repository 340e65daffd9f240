using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>Ending a scope is one change that ends its memberships with it; its id is never given again.</summary>
public abstract class ScopeEndSpec(StoreEngine engine) : Spec(engine)
{
    private const int Members = 300;
    private static readonly ScopeId Ended = ScopeId.Group("ended");
    private static readonly ScopeId Other = ScopeId.Group("other");

    [Fact]
    public async Task A_scope_is_as_its_changes_say()
    {
        var connector = ScopeId.Connector("c");
        await Store.AddScopeAsync(Home, Ended);
        var made = await Store.ApplyAsync(Home, new ScopeCreated(connector, Ended, "a_schema", "a_service", """{"a":1}"""));
        Clock.Advance(TimeSpan.FromMinutes(1));
        var changed = await Store.ApplyAsync(Home, new ScopeChanged(connector, "another", new Optional<string?>(null)));

        (await Store.AskAsync(Home, reads => reads.ScopeAsync(connector))).ShouldBe(new(
            connector, Ended, made.Number(0), "another", "a_service", null, made.Now, changed.Number(0), changed.Now));

        await Store.ApplyAsync(Home, new ScopeChanged(connector, default, "{}"));
        var last = await Store.AskAsync(Home, reads => reads.ScopeAsync(connector));
        (last!.Name, last.Settings).ShouldBe(("another", "{}"));
    }

    [Fact]
    public async Task The_account_is_no_scope_of_itself()
    {
        (await Store.AskAsync(Home, reads => reads.ScopeAsync(InHome))).ShouldBeNull();
    }

    [Fact]
    public async Task It_takes_its_memberships_with_it_in_one_change_and_no_others()
    {
        await FillAsync();
        var users = await AllUsersAsync();
        var before = await Store.RevisionAsync(Home);

        await Store.ApplyAsync(Home, new ScopeEnded(Ended));

        (await Store.RevisionAsync(Home)).ShouldBe(before + 1);
        (await Store.AskAsync(Home, reads => reads.ScopeAsync(Ended))).ShouldBeNull();
        (await Store.AskAsync(Home, reads => reads.IsScopeIdUsedAsync(Ended))).ShouldBeTrue();
        (await Store.MembershipAsync(Home, "u7", Ended)).ShouldBeNull();
        (await CountAsync(new(Scope: Ended))).ShouldBe(0);
        (await CountAsync(new(Kind: ScopeKind.Group))).ShouldBe(1);
        (await CountAsync(new(Role: "Manage Destination"))).ShouldBe(0);
        (await CountAsync(new(Member: MemberId.User(new("u7"))))).ShouldBe(1);
        (await Store.AskAsync(Home, reads => reads.HighestLevelAsync(MemberId.User(new("u7"))))).ShouldBe(Level.Viewer);
        (await Store.AskAsync(Home, reads => reads.HighestLevelAsync(MemberId.User(new("u8"))))).ShouldBe(Level.None);
        (await Store.AskAsync(Home, reads => reads.RoleHoldersAsync(Ended, Level.Admin, "", 10))).ShouldBeEmpty();
        (await Store.AskAsync(Home, reads => reads.GroupUsersAsync(Ended, null, new Page(0, 10)))).Items.ShouldBeEmpty();
        (await AllUsersAsync()).ShouldBe(users);
    }

    [Fact]
    public async Task It_stays_ended_over_a_restart()
    {
        await FillAsync();
        await Store.ApplyAsync(Home, new ScopeEnded(Ended));

        await Database.ReopenAsync();

        (await CountAsync(new(Kind: ScopeKind.Group))).ShouldBe(1);
        await Should.ThrowAsync<Exception>(() => Store.AddScopeAsync(Home, Ended));
    }

    [Fact]
    public async Task A_role_given_and_a_scope_ended_in_one_set_leave_nothing()
    {
        await Store.AddUserAsync(Home, "u1");
        await Store.ApplyAsync(
            Home, Sample.Scope(Home, Ended), Sample.Give("u1", 2, Ended, "View Destination"), new ScopeEnded(Ended));

        (await CountAsync(new(Member: MemberId.User(new("u1"))))).ShouldBe(0);
    }

    /// <summary>In one set, so that whoever deletes the rows of ended scopes later has not been there yet.</summary>
    [Fact]
    public async Task What_an_ended_scope_left_behind_has_no_part_in_what_follows()
    {
        var organization = ScopeId.Organization("org-managed");
        await Store.ApplyAsync(Home, [Sample.Scope(Home, organization), .. Enumerable.Range(0, 10).Select(i => Sample.User($"u{i}"))]);
        await Store.ApplyAsync(Home, [.. Enumerable.Range(0, 10).Select(i => Sample.Give($"u{i}", 3 + i, organization, "Organization Member"))]);

        await Store.ApplyAsync(Home, new ScopeEnded(organization), new UserDeactivated(new("u0")), new UserDeleted(new("u1")));

        await using var replayed = await Engine.CreateAsync(Clock);
        await Database.ReplayIntoAsync(replayed);
        await replayed.ShouldHoldTheSameAsync(Database);
    }

    private async Task FillAsync()
    {
        await Store.ApplyAsync(Home, Sample.Scope(Home, Ended), Sample.Scope(Home, Other));
        await Store.ApplyAsync(Home, [.. Enumerable.Range(0, Members).Select(i => Sample.User($"u{i}"))]);
        await Store.ApplyAsync(
            Home, [.. Enumerable.Range(0, Members).Select(i => Sample.Give($"u{i}", 4 + i, Ended, "Manage Destination"))]);
        await Store.GiveAsync(Home, "u7", Other, "View Destination");
        (await CountAsync(new(Scope: Ended))).ShouldBe(Members);
    }

    private async Task<int> CountAsync(MembershipFilter filter) =>
        (await Store.AskAsync(Home, reads => reads.MembershipsAsync(filter, new Page(0, 1_000)))).Items.Count;

    private async Task<IReadOnlyList<User>> AllUsersAsync() =>
        (await Store.AskAsync(Home, reads => reads.UsersByIdAsync("", 1_000))).Items;
}
