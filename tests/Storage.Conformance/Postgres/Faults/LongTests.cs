using System.Diagnostics;

namespace Roster.Tests.Storage.Conformance.Postgres.Faults;

/// <summary>What reads or changes very much is waited for longer than anything else, if it says so.</summary>
public sealed class LongTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_long_question_is_answered_and_another_of_that_length_is_not()
    {
        await using var database = await FaultyDatabase.OpenAsync(Patience);
        var (store, home) = (database.Store, FaultyDatabase.Home);

        await Should.ThrowAsync<StoreUnavailableException>(() => store.ReadAsync(home, 0, AskAsync, Token).AsTask());
        (await store.ReadLongAsync(home, AskAsync, Token)).Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_long_write_is_answered_and_another_of_that_length_is_in_doubt()
    {
        await using var database = await FaultyDatabase.OpenAsync(Patience);
        var store = database.Store;

        (await store.WriteAsync(LongWrite("one") with { MayTakeLong = true }, Token)).Fault.ShouldBeNull();
        var doubt = await Should.ThrowAsync<StoreUnavailableException>(() => store.WriteAsync(LongWrite("two"), Token).AsTask());

        doubt.MayBeWritten.ShouldBeTrue();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Write<int, Done> LongWrite(string user) => Acts.WriteOf(
        FaultyDatabase.Home,
        async reads => (await AskAsync(reads)).Value,
        (int _, Moment _) => Verdict<Done>.Of(default, Sample.User(user)));

    /// <summary>Asks until four patiences have passed.</summary>
    private static async ValueTask<Outcome<int>> AskAsync(IReads reads)
    {
        var began = Stopwatch.StartNew();
        var asked = 0;
        for (; began.Elapsed < 4 * Patience; asked++)
        {
            await reads.UserAsync(new($"user-{asked}"));
        }

        return asked;
    }
}
