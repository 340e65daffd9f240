namespace Roster.Tests.Storage.Conformance.Postgres.Following;

/// <summary>Who follows one process is told what every other has written.</summary>
public sealed class PostgresFollowingTests
{
    private const int PastOneChunk = 2_300;
    private const int TooMany = 10_001;
    private static readonly AccountId Home = new("org-home");

    [Fact]
    public async Task Both_hear_every_set_of_both_whole_and_in_order()
    {
        await using var two = await TwoStores.CreateAsync();
        var accounts = Enumerable.Range(0, 3).Select(i => new AccountId($"org-{i}")).ToList();
        foreach (var account in accounts)
        {
            await two.First.OpenAccountAsync(account);
            await two.Second.RevisionAsync(account);
        }

        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(() => (i % 2 == 0 ? two.First : two.Second).ApplyAsync(
            accounts[i % 3], [.. Enumerable.Range(0, 1 + (i % 4)).Select(j => Sample.User($"u{i}-{j}"))]))));

        foreach (var account in accounts)
        {
            var revision = await two.First.RevisionAsync(account);
            (await two.Second.RevisionAsync(account)).ShouldBe(revision);
            (two.AtFirst.KnownOf(account), two.AtSecond.KnownOf(account)).ShouldBe((revision, revision));
        }

        two.AtFirst.Gaps.ShouldBeEmpty();
        two.AtSecond.Gaps.ShouldBeEmpty();
        (two.AtFirst.Missed.Count, two.AtSecond.Missed.Count).ShouldBe((0, 0));
        var opened = accounts.Count;
        two.AtSecond.Heard.Select(Show.Of).Order().ShouldBe(two.AtFirst.Heard.Skip(opened).Select(Show.Of).Order());
    }

    /// <summary>Asking for the revision is what every request begins with: when it is known, what led to it has been told.</summary>
    [Fact]
    public async Task Whoever_knows_the_revision_has_been_told_what_led_to_it()
    {
        await using var two = await TwoStores.CreateAsync();
        await two.First.OpenAccountAsync(Home);
        await two.Second.RevisionAsync(Home);

        for (var i = 0; i < 100; i++)
        {
            await two.First.AddUserAsync(Home, $"u{i}");
            two.AtSecond.KnownOf(Home).ShouldBeInRange(0, await two.Second.RevisionAsync(Home));
            two.AtSecond.KnownOf(Home).ShouldBe(i + 2);
        }
    }

    [Fact]
    public async Task Before_its_own_commit_a_process_tells_what_it_has_not_seen_of_others()
    {
        await using var two = await TwoStores.CreateAsync();
        await two.First.OpenAccountAsync(Home);
        await two.Second.RevisionAsync(Home);

        // Each set has two changes, and the other process looks at the account only to write to it.
        for (var i = 0; i < 50; i++)
        {
            await two.First.ApplyAsync(Home, Sample.User($"a{i}"), Sample.User($"b{i}"));
            await two.Second.AddUserAsync(Home, $"c{i}");
            two.AtSecond.Heard[^1].Changes.ShouldBe([Sample.User($"c{i}")]);
            two.AtSecond.KnownOf(Home).ShouldBe(1 + (3 * (i + 1)));
        }

        two.AtSecond.Gaps.ShouldBeEmpty();
        two.AtSecond.Heard.Count.ShouldBe(100);
    }

    [Fact]
    public async Task What_happened_between_two_looks_comes_whole_however_much_it_was()
    {
        await using var two = await TwoStores.CreateAsync();
        await two.First.OpenAccountAsync(Home);
        await two.Second.RevisionAsync(Home);
        await two.First.ApplyAsync(Home, [.. Enumerable.Range(0, PastOneChunk).Select(i => Sample.User($"u{i}"))]);
        await two.First.AddUserAsync(Home, "last");

        await two.Second.RevisionAsync(Home);

        two.AtSecond.Heard.Select(set => set.Changes.Count).ShouldBe([PastOneChunk, 1]);
        two.AtSecond.Gaps.ShouldBeEmpty();
        two.AtSecond.Missed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_too_much_it_is_told_that_it_was_missed()
    {
        await using var two = await TwoStores.CreateAsync();
        await two.First.OpenAccountAsync(Home);
        await two.Second.RevisionAsync(Home);
        await two.First.ApplyAsync(Home, [.. Enumerable.Range(0, TooMany).Select(i => Sample.User($"u{i}"))]);

        var revision = await two.Second.RevisionAsync(Home);

        two.AtSecond.Missed.ShouldBe([(Home, revision)]);
        two.AtSecond.Heard.ShouldBeEmpty();
        await two.First.AddUserAsync(Home, "after");
        await two.Second.RevisionAsync(Home);
        two.AtSecond.Heard.ShouldHaveSingleItem().First.ShouldBe(revision + 1);
    }

    /// <summary>Who reads slowly may keep what is older than all that will be told: they must hear that there was more.</summary>
    [Fact]
    public async Task Whoever_read_before_the_account_was_followed_is_told_what_they_missed()
    {
        await using var two = await TwoStores.CreateAsync();
        await two.First.OpenAccountAsync(Home);
        using var gate = new Gate();
        var slow = Task.Run(() => two.Second.AskAsync(Home, reads =>
        {
            gate.Wait();
            return new ValueTask<long>(reads.Account!.Revision);
        }));
        await gate.ReachedAsync;
        await two.First.AddUserAsync(Home, "u1");
        (await two.Second.RevisionAsync(Home)).ShouldBe(2);
        two.AtSecond.KnownOf(Home).ShouldBe(0);

        gate.Open();

        (await slow).ShouldBe(1);
        two.AtSecond.Missed.ShouldBe([(Home, 2)]);
    }
}
