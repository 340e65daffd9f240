using System.Text;

namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>Notes: left with changes or without, there for a day, and no part of any history.</summary>
public abstract class NoteSpec(StoreEngine engine) : Spec(engine)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMicroseconds(1);

    [Fact]
    public async Task A_note_is_left_together_with_changes()
    {
        var outcome = await Store.DecideAsync(
            Home, _ => new(0), (int _, Moment _) => Verdict<Done>.Of(default, Sample.User("uma")).Leaving(Sample.Note("a", "1")));

        outcome.Revision.ShouldBe(2);
        (await Store.NoteAsync(Home, "a")).ShouldBe("1");
        (await Store.UserAsync(Home, "uma")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_note_alone_is_no_change_and_nobody_is_told()
    {
        var told = new List<long>();
        Store.Follow(new Follower(told));

        var outcome = await Store.LeaveAsync(Home, Sample.Note("a", "1"), Sample.Note("b", "2"));

        outcome.Revision.ShouldBe(1);
        (await Store.NoteAsync(Home, "a")).ShouldBe("1");
        (await Store.NoteAsync(Home, "b")).ShouldBe("2");
        (await Store.RevisionAsync(Home)).ShouldBe(1);
        (await Store.AddUserAsync(Home, "uma")).Number(0).ShouldBe(2);
        told.ShouldBe([2]);
    }

    [Fact]
    public async Task A_note_is_its_accounts_and_outlives_a_restart()
    {
        var other = new AccountId("org-other");
        await Store.OpenAccountAsync(other);
        await Store.LeaveAsync(Home, Sample.Note("a", "1"));
        await Database.ReopenAsync();

        (await Store.NoteAsync(Home, "a")).ShouldBe("1");
        (await Store.NoteAsync(other, "a")).ShouldBeNull();
        (await Store.NoteAsync(Home, "A")).ShouldBeNull();
    }

    [Fact]
    public async Task A_note_may_hold_any_bytes_and_none()
    {
        byte[] every = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        await Store.LeaveAsync(Home, new Note("every", every), new Note("none", default));

        (await Store.AskAsync(Home, reads => reads.NoteAsync("every")))!.Content.ToArray().ShouldBe(every);
        (await Store.AskAsync(Home, reads => reads.NoteAsync("none")))!.Content.ToArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_later_note_takes_the_place_of_the_one_before_and_lives_its_own_day()
    {
        await Store.LeaveAsync(Home, Sample.Note("a", "1"));
        Clock.Advance(Note.Lifetime / 2);
        await Store.LeaveAsync(Home, Sample.Note("a", "2"));
        Clock.Advance(Note.Lifetime - Tick);

        (await Store.NoteAsync(Home, "a")).ShouldBe("2");
    }

    [Fact]
    public async Task A_note_is_there_for_a_day_for_readers_and_for_rules()
    {
        await Store.LeaveAsync(Home, Sample.Note("a", "1"));

        Clock.Advance(Note.Lifetime - Tick);
        (await Store.NoteAsync(Home, "a")).ShouldBe("1");
        (await InWriteAsync("a")).ShouldBe(1);

        Clock.Advance(Tick);
        (await Store.NoteAsync(Home, "a")).ShouldBeNull();
        (await InWriteAsync("a")).ShouldBe(0);
    }

    /// <summary>A clock that goes back shows what is still there.</summary>
    [Fact]
    public async Task Leaving_a_note_deletes_expired_ones_and_a_long_row_of_them_little_by_little()
    {
        var start = Clock.Now;
        for (var i = 0; i < 150; i++)
        {
            await Store.LeaveAsync(Home, Sample.Note($"old{i}", "1"));
            Clock.Advance(Tick);
        }

        var young = Clock.Now;
        await Store.LeaveAsync(Home, Sample.Note("young", "1"));

        Clock.Set(young.Plus(Note.Lifetime - Tick));
        await Store.LeaveAsync(Home, Sample.Note("new", "1"));
        Clock.Set(start);
        (await Store.NoteAsync(Home, "old0")).ShouldBeNull();
        (await Store.NoteAsync(Home, "old149")).ShouldBe("1");

        Clock.Set(young.Plus(Note.Lifetime - Tick));
        await Store.LeaveAsync(Home, Sample.Note("new", "2"));
        Clock.Set(start);
        (await Store.NoteAsync(Home, "old149")).ShouldBeNull();
        (await Store.NoteAsync(Home, "young")).ShouldBe("1");
    }

    [Fact]
    public async Task Who_is_refused_or_fails_leaves_nothing()
    {
        Verdict<Done> refused = new Fault(FaultKind.UserNameTaken, "The name is taken.");
        await Store.DecideAsync(Home, _ => new(0), (int _, Moment _) => refused.Leaving(Sample.Note("a", "1")));
        await Should.ThrowAsync<Exception>(async () => await Store.DecideAsync(
            Home, _ => new(0), (int _, Moment _) => Verdict<Done>.Of(default, new UserDeleted(new("nobody"))).Leaving(Sample.Note("a", "1"))));

        (await Store.NoteAsync(Home, "a")).ShouldBeNull();
    }

    [Fact]
    public async Task Of_many_who_are_committed_together_one_leaves_the_note_and_the_others_find_it()
    {
        const int Writers = 64;
        var held = await HeldLock.TakeAsync(Store, Home);
        var before = Database.Commits;
        var waiting = Enumerable.Range(0, Writers).Select(i => LeaveOnceAsync($"{i}")).ToList();
        await held.DisposeAsync();

        (await Task.WhenAll(waiting)).ShouldAllBe(found => found == "0");
        (await Store.NoteAsync(Home, "a")).ShouldBe("0");
        (Database.Commits - before).ShouldBeLessThan(Writers / 4);
    }

    [Fact]
    public async Task Closing_an_account_leaves_no_note_but_the_one_about_it()
    {
        var other = new AccountId("org-other");
        await Store.OpenAccountAsync(other);
        await Store.LeaveAsync(other, Sample.Note("a", "1"));
        await Store.LeaveAsync(Home, Sample.Note("a", "1"));

        await Store.DecideAsync(
            Home, _ => new(0), (int _, Moment _) => Verdict<Done>.Of(default, new AccountClosed()).Leaving(Sample.Note("end", "1")));

        (await Store.NoteAsync(Home, "a")).ShouldBeNull();
        (await Store.NoteAsync(Home, "end")).ShouldBe("1");
        (await Store.NoteAsync(other, "a")).ShouldBe("1");
    }

    [Fact]
    public async Task A_replayed_log_knows_of_no_notes()
    {
        await Store.LeaveAsync(Home, Sample.Note("a", "1"));
        await using var replayed = await Engine.CreateAsync(Clock);
        await Database.ReplayIntoAsync(replayed);

        await replayed.ShouldHoldTheSameAsync(Database);
        (await replayed.Store.NoteAsync(Home, "a")).ShouldBeNull();
    }

    private async Task<string> LeaveOnceAsync(string content) => (await Store.DecideAsync(
        Home,
        reads => reads.NoteAsync("a"),
        (Note? found, Moment _) => found is null
            ? Verdict<string>.Of(content).Leaving(Sample.Note("a", content))
            : Verdict<string>.Of(Encoding.UTF8.GetString(found.Content.Span)))).Value;

    private async Task<int> InWriteAsync(string name) => (await Store.DecideAsync(
        Home, reads => reads.NoteAsync(name), (Note? found, Moment _) => Verdict<int>.Of(found is null ? 0 : 1))).Value;

    private sealed class Follower(List<long> told) : IFollower
    {
        public void Applied(CommittedSet set) => told.Add(set.Last);

        public void Missed(AccountId account, long revision) => told.Add(-revision);
    }
}
