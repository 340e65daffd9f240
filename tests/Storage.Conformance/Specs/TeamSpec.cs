using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>Teams: what a seat brings with it, when it does, and what ends with the team or with the user.</summary>
public abstract class TeamSpec(StoreEngine engine) : Spec(engine)
{
    private static readonly UserId Uma = new("uma");
    private static readonly ScopeId Place = ScopeId.Group("g");
    private static readonly ScopeId Crew = ScopeId.Team("crew");
    private static readonly MemberId TheCrew = MemberId.Team("crew");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Store.AddUserAsync(Home, Uma.Value);
        await Store.AddScopeAsync(Home, Place);
        await Store.AddScopeAsync(Home, Crew);
    }

    [Fact]
    public async Task A_seat_brings_what_the_team_holds_there_and_nothing_elsewhere()
    {
        await GiveCrewAsync(Place, "Manage Destination");
        (await ThroughAsync(Place)).ShouldBe(Level.None);

        await Store.GiveAsync(Home, "uma", Crew, "Team Member");

        (await ThroughAsync(Place)).ShouldBe(Level.Admin);
        (await ThroughAsync(InHome)).ShouldBe(Level.None);
        (await HighestAsync(MemberId.User(Uma))).ShouldBe(Level.Admin);
        (await HighestAsync(TheCrew)).ShouldBe(Level.Admin);
    }

    [Fact]
    public async Task A_scope_of_another_kind_with_the_teams_id_is_no_seat()
    {
        await Store.AddScopeAsync(Home, ScopeId.Group("crew"));
        await GiveCrewAsync(Place, "Manage Destination");

        await Store.GiveAsync(Home, "uma", ScopeId.Group("crew"), "View Destination");

        (await ThroughAsync(Place)).ShouldBe(Level.None);
        (await HighestAsync(MemberId.User(Uma))).ShouldBe(Level.Viewer);
    }

    [Fact]
    public async Task It_brings_nothing_past_the_end_of_the_seat_or_of_the_teams_role()
    {
        var hour = TimeSpan.FromHours(1);
        await GiveCrewAsync(Place, "Manage Destination", Clock.Now.Plus(hour));
        await GiveCrewAsync(InHome, "Account Analyst");
        await Store.GiveAsync(Home, "uma", Crew, "Team Member", Clock.Now.Plus(hour * 2));

        Clock.Advance(hour);
        (await ThroughAsync(Place), await ThroughAsync(InHome)).ShouldBe((Level.None, Level.Member));

        Clock.Advance(hour);
        (await ThroughAsync(Place), await ThroughAsync(InHome)).ShouldBe((Level.None, Level.None));
        (await HighestAsync(MemberId.User(Uma))).ShouldBe(Level.None);
    }

    [Fact]
    public async Task A_team_that_ends_takes_its_seats_and_its_roles_with_it_and_its_id_is_not_given_again()
    {
        await GiveCrewAsync(Place, "Manage Destination");
        await Store.GiveAsync(Home, "uma", Crew, "Team Manager");

        await Store.ApplyAsync(Home, new ScopeEnded(Crew));

        (await HighestAsync(MemberId.User(Uma)), await HighestAsync(TheCrew)).ShouldBe((Level.None, Level.None));
        (await Store.AskAsync(Home, reads => reads.MembershipsAsync(default, new(0, 10)))).Items.ShouldBeEmpty();
        (await Store.AskAsync(Home, reads => reads.IsScopeIdUsedAsync(Crew))).ShouldBeTrue();
    }

    [Fact]
    public async Task Deactivation_keeps_the_seat_and_deletion_ends_it()
    {
        await Store.GiveAsync(Home, "uma", Crew, "Team Member");
        await Store.ApplyAsync(Home, new UserDeactivated(Uma));
        (await SeatsAsync(null), await SeatsAsync(true), await SeatsAsync(false)).ShouldBe((1, 0, 1));

        await Store.ApplyAsync(Home, new UserActivated(Uma));
        (await SeatsAsync(null), await SeatsAsync(true), await SeatsAsync(false)).ShouldBe((1, 1, 0));

        await Store.ApplyAsync(Home, new UserDeleted(Uma));
        (await SeatsAsync(null), await SeatsAsync(true), await SeatsAsync(false)).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task A_team_is_another_version_when_its_seats_change_and_when_somebody_in_it_is_deleted()
    {
        var other = ScopeId.Team("other");
        await Store.AddScopeAsync(Home, other);
        var untouched = await VersionAsync(other);

        var given = await Store.GiveAsync(Home, "uma", Crew, "Team Member");
        (await VersionAsync(Crew)).ShouldBe(given.Number(0));
        (await Store.UserAsync(Home, "uma"))!.ChangedIn.ShouldBe(given.Number(0));

        var deleted = await Store.ApplyAsync(Home, new UserDeleted(Uma));
        (await VersionAsync(Crew)).ShouldBe(deleted.Number(0));
        (await VersionAsync(other)).ShouldBe(untouched);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public async Task One_seat_more_or_less_writes_the_same_rows_whatever_the_size_of_the_team(int size)
    {
        await Store.ApplyAsync(Home, [.. Enumerable.Range(0, size).Select(i => Sample.User($"u{i}"))]);
        await Store.ApplyAsync(Home, [.. Enumerable.Range(0, size).Select(i => Sample.Give($"u{i}", 5 + i, Crew, "Team Member"))]);

        var before = await Database.StateAsync();
        await Store.GiveAsync(Home, "uma", Crew, "Team Member");
        var with = await Database.StateAsync();
        await Store.EndAsync(Home, "uma", Crew, Level.Member);
        var without = await Database.StateAsync();

        // The account's revision, the versions of the team and of the user, the seat itself, and the row of the log.
        TablesOf(with.Except(before)).ShouldBe(["accounts", "changes", "memberships", "scopes", "users"]);
        TablesOf(without.Except(with)).ShouldBe(["accounts", "changes", "scopes", "users"]);

        static IEnumerable<string> TablesOf(IEnumerable<string> rows) => rows.Select(row => row[..row.IndexOf(' ')]).Order();
    }

    [Fact]
    public async Task Two_writes_in_one_batch_see_what_the_other_did_to_a_team()
    {
        await Store.GiveAsync(Home, "uma", Crew, "Team Member");
        await using var held = await HeldLock.TakeAsync(Store, Home);
        var giving = Store.ApplyAsync(Home, Given(InHome, "Account Administrator", null, 4));
        var asking = Store.DecideAsync(
            Home,
            async reads => (await reads.LevelThroughTeamsAsync(Uma, InHome), (await reads.ScopeAsync(Crew))!.ChangedIn),
            ((Level, long) found, Moment moment) => Verdict<(Level, long)>.Of(found, new UserVerified(Uma))).AsTask();
        await held.ReleaseAsync();

        var at = (await giving).Number(0);
        (await asking).Value.ShouldBe((Level.Admin, at));
    }

    [Fact]
    public async Task A_role_of_the_accounts_own_is_held_by_whoever_has_it_now()
    {
        var until = Clock.Now.Plus(TimeSpan.FromHours(1));
        await Store.ApplyAsync(Home, new RoleDefined("Janitor", "Cleans.", [ScopeKind.Group], Level.Member, ["sweep"]));
        (await HeldAsync("Janitor")).ShouldBeFalse();

        await Store.ApplyAsync(Home, new RoleGiven(TheCrew, 4, Place, "Janitor", Level.Member, false, until));
        (await HeldAsync("Janitor"), await HeldAsync("janitor")).ShouldBe((true, false));

        Clock.Set(until);
        (await HeldAsync("Janitor")).ShouldBeFalse();
    }

    private Task<Moment> GiveCrewAsync(ScopeId scope, string role, Instant? until = null) =>
        Store.ApplyAsync(Home, Given(scope, role, until, 4));

    private static RoleGiven Given(ScopeId scope, string role, Instant? until, long number)
    {
        var standard = StandardRoles.Find(role)!;
        return new(TheCrew, number, scope, role, standard.Level, standard.Cascades, until);
    }

    private Task<Level> ThroughAsync(ScopeId scope) => Store.AskAsync(Home, reads => reads.LevelThroughTeamsAsync(Uma, scope));

    private Task<Level> HighestAsync(MemberId member) => Store.AskAsync(Home, reads => reads.HighestLevelAsync(member));

    private async Task<int> SeatsAsync(bool? active) =>
        (await Store.AskAsync(Home, reads => reads.SeatsAsync(Crew, active, new(0, 10)))).Items.Count;

    private async Task<long> VersionAsync(ScopeId team) => (await Store.AskAsync(Home, reads => reads.ScopeAsync(team)))!.ChangedIn;

    private Task<bool> HeldAsync(string role) => Store.AskAsync(Home, reads => reads.IsCustomRoleHeldAsync(role));
}
