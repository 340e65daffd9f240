namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>An account's changes are numbered 1, 2, 3, … with no gap.</summary>
public abstract class RevisionSpec(StoreEngine engine) : Spec(engine)
{
    [Fact]
    public async Task An_account_that_does_not_exist_is_at_revision_0()
    {
        (await Store.RevisionAsync(new AccountId("org-none"))).ShouldBe(0);

        var seen = await Store.ReadAsync<bool>(new("org-none"), reads => new(reads.Account is null), Token);
        (seen.Value, seen.Revision).ShouldBe((true, 0));
    }

    [Fact]
    public async Task Opening_an_account_is_its_first_change()
    {
        var moment = await Store.OpenAccountAsync(new("org-other"));

        (moment.Revision, moment.Number(0)).ShouldBe((0, 1));
        var account = (await Store.AccountsAsync("org-home", 10, Token)).ShouldHaveSingleItem();
        account.ShouldBe(new(new("org-other"), "The account org-other", 1, Clock.Now, Clock.Now, null));
    }

    [Fact]
    public async Task What_changes_nothing_takes_no_revision()
    {
        var outcome = await Store.DecideAsync(Home, _ => new(0), (int _, Moment _) => Verdict<string>.Of("as it was"));

        (outcome.Value, outcome.Revision).ShouldBe(("as it was", 1));
        (await Store.RevisionAsync(Home)).ShouldBe(1);
    }

    [Fact]
    public async Task Each_change_of_a_set_has_the_number_that_the_rule_foresaw()
    {
        Moment moment = default;
        var outcome = await Store.DecideAsync(Home, _ => new(0), (int _, Moment now) =>
        {
            moment = now;
            return Verdict<Done>.Of(default, Sample.User("u1"), Sample.User("u2"), Sample.Scope(Home, ScopeId.Group("g")));
        });

        outcome.Revision.ShouldBe(4);
        (await Store.UserAsync(Home, "u1"))!.Number.ShouldBe(moment.Number(0));
        (await Store.UserAsync(Home, "u2"))!.Number.ShouldBe(moment.Number(1));
        (await Store.AskAsync(Home, reads => reads.ScopeAsync(ScopeId.Group("g"))))!.Number.ShouldBe(moment.Number(2));
    }

    /// <summary>So that after a lost commit one can look whether it happened.</summary>
    [Fact]
    public async Task A_token_names_one_set_of_its_account()
    {
        await Store.OpenAccountAsync(new("org-other"));
        var write = Acts.WriteOf(Home, _ => new(0), (int _, Moment moment) => Verdict<Done>.Of(default, Sample.User($"u{moment.Revision}")));
        await Store.WriteAsync(write, Token);

        await Should.ThrowAsync<Exception>(async () => await Store.WriteAsync(write, Token));
        await Store.WriteAsync(write with { Account = new("org-other") }, Token);

        (await Store.RevisionAsync(Home)).ShouldBe(2);
    }

    [Fact]
    public async Task Concurrent_writers_leave_no_gap_whatever_becomes_of_some()
    {
        var accounts = new[] { Home, new AccountId("org-other") };
        await Store.OpenAccountAsync(accounts[1]);

        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Task.Run(() => WriteOrFailAsync(accounts[i % 2], i))));
        await Database.ReopenAsync();
        await Task.WhenAll(Enumerable.Range(120, 60).Select(i => Task.Run(() => WriteOrFailAsync(accounts[i % 2], i))));

        foreach (var account in accounts)
        {
            var log = await Store.AskAsync(account, reads => reads.ChangesAsync(0, 10_000));
            log.Select(entry => entry.Revision).ShouldBe(Enumerable.Range(1, log.Count).Select(i => (long)i));
            log.Count.ShouldBe(61);
            (await Store.RevisionAsync(account)).ShouldBe(log.Count);
        }
    }

    /// <summary>A third is refused, a third throws, the rest write two changes each.</summary>
    private async Task WriteOrFailAsync(AccountId account, int i)
    {
        try
        {
            await Store.DecideAsync(account, _ => new(0), (int _, Moment _) => (i / 2 % 3) switch
            {
                0 => Fault.Invalid("i", "is a multiple of three"),
                1 => throw new InvalidOperationException("The rule is broken."),
                _ => Verdict<Done>.Of(default, Sample.User($"a{i}"), Sample.User($"b{i}")),
            });
        }
        catch (InvalidOperationException)
        {
            // The one that was thrown above.
        }
    }
}
