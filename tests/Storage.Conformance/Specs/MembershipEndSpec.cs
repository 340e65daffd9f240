using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>A membership past its end is none, in every answer, from the moment of its end on; nothing need happen for that.</summary>
public abstract class MembershipEndSpec(StoreEngine engine) : Spec(engine)
{
    private static readonly UserId Uma = new("uma");
    private static readonly ScopeId Place = ScopeId.Group("g");
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Store.AddUserAsync(Home, Uma.Value);
        await Store.AddScopeAsync(Home, Place);
    }

    [Fact]
    public async Task It_is_there_until_its_end_and_not_at_its_end()
    {
        var end = Clock.Now.Plus(Hour);
        await Store.GiveAsync(Home, "uma", Place, "View Destination", end);

        Clock.Set(new Instant(end.Microseconds - 1));
        (await Store.MembershipAsync(Home, "uma", Place))!.Until.ShouldBe(end);

        Clock.Set(end);
        (await Store.MembershipAsync(Home, "uma", Place)).ShouldBeNull();
    }

    [Fact]
    public async Task No_answer_knows_it_any_more()
    {
        var until = Clock.Now.Plus(Hour);
        await Store.GiveAsync(Home, "uma", InHome, "Account Administrator", until);
        await Store.GiveAsync(Home, "uma", Place, "Manage Destination", until);
        (await WhereSeenAsync()).ShouldBe(
            ["of member", "of scope", "of kind", "of role", "level", "reaches the group", "holds the role", "role in account"]);

        Clock.Advance(Hour);

        (await WhereSeenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_role_with_an_end_makes_no_owner_even_before_it()
    {
        await Store.GiveAsync(Home, "uma", InHome, "Account Administrator", Clock.Now.Plus(Hour));
        (await Store.AskAsync(Home, reads => reads.OwnersAsync(10))).ShouldBeEmpty();

        await Store.ApplyAsync(Home, Sample.Change("uma", InHome, "Account Administrator", Level.Admin));
        (await Store.AskAsync(Home, reads => reads.OwnersAsync(10))).ShouldBe([Uma]);
    }

    [Fact]
    public async Task One_role_may_end_and_leave_another_that_reaches_the_group()
    {
        await Store.GiveAsync(Home, "uma", InHome, "Account Reviewer");
        await Store.GiveAsync(Home, "uma", Place, "Manage Destination", Clock.Now.Plus(Hour));
        (await ReachAsync()).ShouldHaveSingleItem().Role.ShouldBe("Manage Destination");

        Clock.Advance(Hour);

        (await ReachAsync()).ShouldHaveSingleItem().Role.ShouldBeNull();
        (await Store.AskAsync(Home, reads => reads.HighestLevelAsync(MemberId.User(Uma)))).ShouldBe(Level.Viewer);
    }

    [Fact]
    public async Task A_rule_judges_by_the_time_of_its_write()
    {
        await Store.GiveAsync(Home, "uma", Place, "View Destination", Clock.Now.Plus(Hour));
        await using var held = await HeldLock.TakeAsync(Store, Home);
        var waiting = Store.DecideAsync(
            Home,
            reads => reads.MembershipAsync(MemberId.User(Uma), Place),
            (Membership? found, Moment _) => Verdict<bool>.Of(found is not null)).AsTask();
        Clock.Advance(Hour);
        await held.ReleaseAsync();

        (await waiting).Value.ShouldBeFalse();
    }

    [Fact]
    public async Task It_stays_ended_when_the_clock_goes_back()
    {
        await Store.GiveAsync(Home, "uma", Place, "View Destination", Clock.Now.Plus(Hour));
        Clock.Advance(Hour);
        await Store.AddUserAsync(Home, "another");
        Clock.Advance(-Hour);

        (await Store.MembershipAsync(Home, "uma", Place)).ShouldBeNull();
    }

    [Fact]
    public async Task Giving_the_role_again_begins_a_new_membership_in_its_place()
    {
        await Store.GiveAsync(Home, "uma", Place, "View Destination", Clock.Now.Plus(Hour));
        Clock.Advance(Hour);

        var moment = await Store.GiveAsync(Home, "uma", Place, "Edit Destination");

        (await Store.MembershipAsync(Home, "uma", Place)).ShouldBe(new(
            MemberId.User(Uma), Place, moment.Number(0), "Edit Destination", Level.Member, null,
            moment.Now, Acts.Actor, Door.Native, moment.Number(0), moment.Now));
        (await ListAsync(new(Member: MemberId.User(Uma)))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_end_can_be_moved_and_taken_away()
    {
        await Store.GiveAsync(Home, "uma", Place, "View Destination", Clock.Now.Plus(Hour));
        await Store.ApplyAsync(Home, Sample.Change("uma", Place, "View Destination", Level.Viewer, Clock.Now.Plus(2 * Hour)));
        Clock.Advance(Hour);
        (await Store.MembershipAsync(Home, "uma", Place)).ShouldNotBeNull();

        await Store.ApplyAsync(Home, Sample.Change("uma", Place, "View Destination", Level.Viewer));
        Clock.Advance(2 * Hour);
        (await Store.MembershipAsync(Home, "uma", Place))!.Until.ShouldBeNull();
    }

    [Fact]
    public async Task The_next_end_is_the_earliest_after_the_time_given()
    {
        var (soon, later) = (Clock.Now.Plus(Hour), Clock.Now.Plus(2 * Hour));
        await Store.AddUserAsync(Home, "vic");
        (await NextEndAsync(Clock.Now)).ShouldBeNull();

        await Store.GiveAsync(Home, "vic", InHome, "Account Reviewer");
        await Store.GiveAsync(Home, "vic", Place, "View Destination", later);
        await Store.GiveAsync(Home, "uma", Place, "View Destination", soon);
        (await NextEndAsync(Clock.Now)).ShouldBe(soon);
        (await NextEndAsync(soon)).ShouldBe(later);
        (await NextEndAsync(later)).ShouldBeNull();

        await Store.ApplyAsync(Home, new ScopeEnded(Place));
        (await NextEndAsync(Clock.Now)).ShouldBeNull();
    }

    [Fact]
    public async Task Another_role_keeps_since_when_and_by_whom_it_began()
    {
        var begun = await Store.GiveAsync(Home, "uma", Place, "View Destination");
        var before = await Store.MembershipAsync(Home, "uma", Place);
        Clock.Advance(Hour);

        var changed = await Store.ApplyAsync(Home, Sample.Change("uma", Place, "Manage Destination", Level.Viewer));

        (await Store.MembershipAsync(Home, "uma", Place)).ShouldBe(before! with
        {
            Number = begun.Number(0),
            Role = "Manage Destination",
            Level = Level.Admin,
            ChangedIn = changed.Number(0),
            ChangedAt = changed.Now,
        });
    }

    [Fact]
    public async Task A_role_that_was_ended_by_hand_can_be_given_again()
    {
        await Store.GiveAsync(Home, "uma", Place, "View Destination");
        await Store.EndAsync(Home, "uma", Place, Level.Viewer);
        (await Store.MembershipAsync(Home, "uma", Place)).ShouldBeNull();

        await Store.GiveAsync(Home, "uma", Place, "Manage Destination");

        (await Store.MembershipAsync(Home, "uma", Place))!.Level.ShouldBe(Level.Admin);
    }

    /// <summary>Which answers still know of the two memberships.</summary>
    private Task<List<string>> WhereSeenAsync() => Store.AskAsync(Home, async reads =>
    {
        var member = MemberId.User(Uma);
        var page = new Page(0, 10);
        var seen = new List<string>();
        void Note(bool isSeen, string where)
        {
            if (isSeen)
            {
                seen.Add(where);
            }
        }

        Note((await reads.MembershipsAsync(new(Member: member), page)).Items.Count > 0, "of member");
        Note((await reads.MembershipsAsync(new(Scope: Place), page)).Items.Count > 0, "of scope");
        Note((await reads.MembershipsAsync(new(Kind: ScopeKind.Group), page)).Items.Count > 0, "of kind");
        Note((await reads.MembershipsAsync(new(Role: "Manage Destination"), page)).Items.Count > 0, "of role");
        Note(await reads.HighestLevelAsync(member) > Level.None, "level");
        Note((await reads.OwnersAsync(10)).Count > 0, "owner");
        Note((await reads.GroupUsersAsync(Place, null, page)).Items.Count > 0, "reaches the group");
        Note((await reads.RoleHoldersAsync(Place, Level.Admin, "", 10)).Count > 0, "holds the role");
        Note((await reads.UsersAsync(null, page)).Items[0].Role is not null, "role in account");
        return seen;
    });

    private Task<Instant?> NextEndAsync(Instant after) => Store.AskAsync(Home, reads => reads.NextEndAsync(after));

    private async Task<IReadOnlyList<UserInRole>> ReachAsync() =>
        (await Store.AskAsync(Home, reads => reads.GroupUsersAsync(Place, null, new Page(0, 10)))).Items;

    private async Task<IReadOnlyList<Membership>> ListAsync(MembershipFilter filter) =>
        (await Store.AskAsync(Home, reads => reads.MembershipsAsync(filter, new Page(0, 10)))).Items;
}
