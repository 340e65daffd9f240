namespace Roster.Tests.Storage.Conformance.Model;

/// <summary>One random history of a few accounts that use the same ids, kept by the store and by the model.</summary>
internal sealed class HistoryRun
{
    private const int Accounts = 3;
    private const int BetweenComparisons = 5;

    private readonly StoreDatabase _database;
    private readonly int _seed;
    private readonly Random _random;
    private readonly List<(ModelAccount Model, RandomHistory History)> _accounts = [];
    private int _keys;

    public HistoryRun(StoreDatabase database, int seed)
    {
        (_database, _seed, _random) = (database, seed, new Random(seed));
        for (var i = 0; i < Accounts; i++)
        {
            var model = new ModelAccount(new($"org-{seed}x{i}"));
            _accounts.Add((model, new RandomHistory(_random, model, () => new KeyId($"{_seed:00000}{_keys++:00000}"))));
        }
    }

    public async Task RunAsync(int steps)
    {
        for (var step = 1; step <= steps; step++)
        {
            MoveClock();
            var (model, history) = _accounts[_random.Next(Accounts)];
            await (_random.Next(8) == 0 ? FailAsync(model) : WriteAsync(model, history));
            if (step % BetweenComparisons == 0)
            {
                await CompareAsync(_database.Store, model, history);
            }
        }
    }

    /// <summary>Asks the store and the model everything about every account.</summary>
    public async Task CompareAsync(IStore store)
    {
        foreach (var (model, history) in _accounts)
        {
            await CompareAsync(store, model, history);
        }
    }

    private async Task CompareAsync(IStore store, ModelAccount model, RandomHistory history)
    {
        var expected = await Questions.AskAllAsync(new ModelReads(model, _database.Clock.Now), model.Id, history.Keys);
        var answers = await store.AskAsync(model.Id, reads => Questions.AskAllAsync(reads, model.Id, history.Keys));

        answers.Except(expected).ShouldBeEmpty($"seed {_seed}: {string.Join("\n", expected.Except(answers).Take(3))}");
        answers.Count.ShouldBe(expected.Count, $"seed {_seed}");
        (await store.RevisionAsync(model.Id)).ShouldBe(model.Revision, $"seed {_seed}");
    }

    private async Task WriteAsync(ModelAccount model, RandomHistory history)
    {
        var moment = model.MomentAt(_database.Clock.Now);
        var set = history.NextSet(_database.Clock.Now, Acts.Actor, Door.Native);

        var written = await ApplyAsync(model.Id, set);

        written.ShouldBe(moment, $"seed {_seed}");
    }

    /// <summary>A set whose last change cannot be applied, so that nothing may be left of the first.</summary>
    private async Task FailAsync(ModelAccount model)
    {
        if (model.Revision > 0)
        {
            await Should.ThrowAsync<Exception>(() =>
                ApplyAsync(model.Id, [Sample.User("stranger"), Sample.Scope(model.Id, ScopeId.Group("strange")), new AccountOpened("Again")]));
        }
    }

    private async Task<Moment> ApplyAsync(AccountId account, IReadOnlyList<Change> changes)
    {
        try
        {
            return await _database.Store.ApplyAsync(account, changes);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new InvalidOperationException($"seed {_seed}: {string.Join("\n", changes.Select(Show.Of))}", e);
        }
    }

    /// <summary>It stands still, goes on, goes back, or comes to the very end of a membership.</summary>
    private void MoveClock()
    {
        var clock = _database.Clock;
        var ends = _accounts.SelectMany(account => account.Model.Memberships).Select(held => held.Membership.Until).OfType<Instant>();
        switch (_random.Next(6))
        {
            case 0:
                clock.Advance(TimeSpan.FromMinutes(-_random.Next(10)));
                break;
            case 1:
                clock.Advance(TimeSpan.FromMicroseconds(1));
                break;
            case 2 or 3:
                clock.Advance(TimeSpan.FromMinutes(_random.Next(10)));
                break;
            case 4 when ends.Where(end => end > clock.Now).Order().FirstOrDefault() is { Microseconds: > 0 } end:
                clock.Set(end);
                break;
        }
    }
}
