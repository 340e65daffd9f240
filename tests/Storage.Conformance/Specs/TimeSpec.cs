namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>A change's time is max(the store's clock, the account's latest change), to the microsecond, taken under the lock.</summary>
public abstract class TimeSpec(StoreEngine engine) : Spec(engine)
{
    [Fact]
    public void The_store_shows_its_clock() => Store.Now.ShouldBe(Clock.Now);

    [Fact]
    public async Task Times_keep_their_microseconds()
    {
        Clock.Set(new Instant(1_772_532_000_123_457));

        var moment = await Store.AddUserAsync(Home, "u1");
        await Database.ReopenAsync();

        moment.Now.Microseconds.ShouldBe(1_772_532_000_123_457);
        (await Store.UserAsync(Home, "u1"))!.CreatedAt.ShouldBe(moment.Now);
        (await Store.AskAsync(Home, reads => reads.ChangesAsync(1, 1)))[0].At.ShouldBe(moment.Now);
    }

    [Fact]
    public async Task A_set_has_one_time()
    {
        await Store.ApplyAsync(Home, Sample.User("u1"), Sample.User("u2"), Sample.User("u3"));

        (await Store.AskAsync(Home, reads => reads.ChangesAsync(1, 10))).Select(entry => entry.At).Distinct().ShouldBe([Clock.Now]);
    }

    [Fact]
    public async Task Times_do_not_go_back_when_the_clock_does()
    {
        var latest = Clock.Now;
        Clock.Advance(TimeSpan.FromHours(-1));

        var moment = await Store.AddUserAsync(Home, "u1");

        moment.Now.ShouldBe(latest);
        var account = await Store.AskAsync(Home, reads => new ValueTask<Core.Accounts.Account>(reads.Account!));
        account.ChangedAt.ShouldBe(latest);
    }

    [Fact]
    public async Task Times_do_not_go_back_over_a_restart()
    {
        var latest = Clock.Now;
        Clock.Advance(TimeSpan.FromHours(-1));
        await Database.ReopenAsync();

        (await Store.AddUserAsync(Home, "u1")).Now.ShouldBe(latest);
    }

    [Fact]
    public async Task A_reader_judges_no_earlier_than_the_latest_change()
    {
        var latest = Clock.Now;
        Clock.Advance(TimeSpan.FromHours(-1));
        (await NowOfAsync(Home)).ShouldBe(latest);

        Clock.Advance(TimeSpan.FromHours(2));
        (await NowOfAsync(Home)).ShouldBe(Clock.Now);
    }

    [Fact]
    public async Task One_accounts_clock_does_not_push_anothers()
    {
        Clock.Advance(TimeSpan.FromHours(-1));

        (await Store.OpenAccountAsync(new("org-other"))).Now.ShouldBe(Clock.Now);
    }

    [Fact]
    public async Task The_time_is_taken_under_the_lock_not_before_the_wait()
    {
        await using var held = await HeldLock.TakeAsync(Store, Home);
        var waiting = Store.AddUserAsync(Home, "u1");
        Clock.Advance(TimeSpan.FromSeconds(5));
        var later = Clock.Now;
        await held.ReleaseAsync();

        (await waiting).Now.ShouldBe(later);
    }

    [Fact]
    public async Task Facts_and_verdict_are_of_one_moment()
    {
        await Store.AddUserAsync(Home, "u1");

        var (read, decided) = (await Store.DecideAsync(
            Home,
            reads =>
            {
                // The clock of a real machine goes on between the two.
                var now = reads.Now;
                Clock.Advance(TimeSpan.FromSeconds(1));
                return new(now);
            },
            (Instant now, Moment moment) => Verdict<(Instant, Instant)>.Of((now, moment.Now)))).Value;

        decided.ShouldBe(read);
    }

    private Task<Instant> NowOfAsync(AccountId account) => Store.AskAsync(account, reads => new ValueTask<Instant>(reads.Now));
}
