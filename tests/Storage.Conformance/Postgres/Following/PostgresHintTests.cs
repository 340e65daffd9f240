using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;

namespace Roster.Tests.Storage.Conformance.Postgres.Following;

/// <summary>A process hears of what others write before anybody asks it.</summary>
public sealed class PostgresHintTests
{
    private const int Looks = 20;
    private const int Writers = 8;
    private const int WritesEach = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly AccountId Home = new("org-home");

    /// <summary>Looking by itself once a second would take longer, as each write waits until the one before is known.</summary>
    [Fact]
    public async Task A_hint_makes_it_look()
    {
        await using var two = await TwoStores.CreateAsync();
        await two.First.OpenAccountAsync(Home);
        await two.Second.RevisionAsync(Home);
        var watch = Stopwatch.StartNew();

        for (var i = 0; i < Looks; i++)
        {
            await two.First.AddUserAsync(Home, $"u{i}");
            await Soon.ShouldBeAsync(() => Task.FromResult(two.AtSecond.KnownOf(Home)), i + 2);
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(0.7 * Looks));
    }

    /// <summary>Each NOTIFY costs the whole database a lock, so that it is sent apart from the writes, and one for many.</summary>
    [Fact]
    public async Task Hints_are_fewer_than_commits_and_end_with_the_latest()
    {
        await using var two = await TwoStores.CreateAsync();
        await using var listening = await ListenAsync(two.Connection);
        await two.First.OpenAccountAsync(Home);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < WritesEach; i++)
            {
                await two.First.AddUserAsync(Home, $"u{writer}-{i}");
            }
        })));

        var heard = await listening.HearUntilAsync($"{Home}:{1 + (Writers * WritesEach)}");
        listening.Notifications.ShouldBeLessThan((int)two.First.Commits);
        heard.Select(hint => long.Parse(hint.Split(':')[1])).ShouldBeInOrder(SortDirection.Ascending);
        heard.ShouldBeUnique();
    }

    /// <summary>A pooler or a router between may swallow every notification.</summary>
    [Fact]
    public async Task Without_hints_it_looks_at_whatever_was_asked_for_lately()
    {
        await using var two = await TwoStores.CreateAsync(
            "CREATE FUNCTION public.pg_notify(text, text) RETURNS text LANGUAGE sql AS 'SELECT NULL'",
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public, pg_catalog', current_database()); END $$");
        await using var listening = await ListenAsync(two.Connection);
        await two.First.OpenAccountAsync(Home);
        await two.Second.RevisionAsync(Home);

        await two.First.AddUserAsync(Home, "u1");

        await Soon.ShouldBeAsync(() => Task.FromResult(two.AtSecond.KnownOf(Home)), 2);
        (await listening.HearAsync(TimeSpan.FromMilliseconds(100))).ShouldBeEmpty();
    }

    private static async Task<Listening> ListenAsync(string connection)
    {
        var open = new NpgsqlConnection(connection + ";Pooling=false");
        await open.OpenAsync();
        await using var command = new NpgsqlCommand("LISTEN roster", open);
        await command.ExecuteNonQueryAsync();
        return new(open);
    }

    private sealed class Listening : IAsyncDisposable
    {
        private readonly NpgsqlConnection _connection;
        private readonly ConcurrentQueue<string> _heard = new();

        public Listening(NpgsqlConnection connection)
        {
            _connection = connection;
            _connection.Notification += (_, hint) => Hear(hint.Payload);
        }

        public int Notifications { get; private set; }

        public async Task<IReadOnlyList<string>> HearUntilAsync(string last)
        {
            for (var waiting = Stopwatch.StartNew(); !_heard.Contains(last);)
            {
                waiting.Elapsed.ShouldBeLessThan(Patience);
                await HearAsync(TimeSpan.FromSeconds(1));
            }

            return [.. _heard];
        }

        public async Task<IReadOnlyList<string>> HearAsync(TimeSpan during)
        {
            await _connection.WaitAsync(during);
            return [.. _heard];
        }

        public ValueTask DisposeAsync() => _connection.DisposeAsync();

        private void Hear(string payload)
        {
            Notifications++;
            foreach (var hint in payload.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                _heard.Enqueue(hint);
            }
        }
    }
}
