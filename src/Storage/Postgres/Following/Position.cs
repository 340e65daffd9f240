using System.Diagnostics.CodeAnalysis;
using Roster.Core.Changes;
using Roster.Core.Values;

namespace Roster.Storage.Postgres.Following;

/// <summary>How far the followers have been told about one account. Sets are told in order, and never across a gap.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore that is only awaited holds nothing.")]
internal sealed class Position(Positions positions, AccountId account, long begun)
{
    /// <summary>Beyond this, forgetting what is kept costs less than reading what happened.</summary>
    private const long Far = 10_000;

    /// <summary>How much of the log is read at once.</summary>
    public const int Chunk = 1_000;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _applied = begun;
    private long _askedAt = Environment.TickCount64;

    public AccountId Account => account;

    /// <summary>What happened up to this revision was never told.</summary>
    public long Begun { get; } = begun;

    public long Applied => Volatile.Read(ref _applied);

    public async ValueTask CatchUpAsync(long revision)
    {
        await EnterAsync();
        try
        {
            await FetchAsync(revision);
        }
        finally
        {
            Leave();
        }
    }

    /// <param name="since">All that happened from some revision that was applied to the one given.</param>
    public ValueTask CatchUpAsync(long revision, IReadOnlyList<LogEntry> since) =>
        Applied >= revision ? default : TellInTurnAsync(since);

    /// <summary>Somebody has read, and may keep, what is older than all that was told.</summary>
    public async ValueTask ForgetAsync()
    {
        await EnterAsync();
        Miss(Applied);
        Leave();
    }

    /// <summary>Somebody wants to know about the account.</summary>
    public void Ask() => Volatile.Write(ref _askedAt, Environment.TickCount64);

    public bool WasAskedWithin(TimeSpan span) => Environment.TickCount64 - Volatile.Read(ref _askedAt) <= span.TotalMilliseconds;

    public Task EnterAsync() => _turn.WaitAsync(CancellationToken.None);

    public void Leave() => _turn.Release();

    /// <summary>Tells what this process has just committed, after what others have before it. Entered by the caller.</summary>
    public async ValueTask AdvanceAsync(IReadOnlyList<LogEntry> others, IReadOnlyList<CommittedSet> sets, long to)
    {
        if (others.Count < Chunk)
        {
            Tell(others.Where(entry => entry.Set > Applied));
        }

        if (sets is [var first, ..] && first.First == Applied + 1)
        {
            foreach (var set in sets)
            {
                Tell(set);
            }

            return;
        }

        try
        {
            await FetchAsync(to);
        }
        catch (Exception)
        {
            // It is committed, and cannot be read just now. Nobody may go on as if it had not happened.
            Miss(to);
        }
    }

    private async ValueTask FetchAsync(long to)
    {
        if (to - Applied > Far)
        {
            Miss(to);
            return;
        }

        var pending = new List<LogEntry>();
        for (var after = Applied; after < to; after = pending[^1].Revision)
        {
            var entries = await positions.ReadLogAsync(account, after, Chunk);
            if (entries.Count == 0)
            {
                Miss(to);
                return;
            }

            pending.AddRange(entries);
        }

        // What is read beyond the revision may end within a set; the revision itself never does.
        Tell(pending.Where(entry => entry.Revision <= to));
    }

    /// <summary>Others may have told a part of it meanwhile.</summary>
    private async ValueTask TellInTurnAsync(IReadOnlyList<LogEntry> since)
    {
        await EnterAsync();
        Tell(since.Where(entry => entry.Set > Applied));
        Leave();
    }

    private void Tell(IEnumerable<LogEntry> entries)
    {
        foreach (var set in entries.GroupBy(entry => entry.Set).ToList())
        {
            var first = set.First();
            Tell(new CommittedSet(account, first.Set, first.At, first.Actor, first.Door, [.. set.Select(entry => entry.Change)]));
        }
    }

    private void Tell(CommittedSet set)
    {
        positions.Tell(follower => follower.Applied(set));
        Volatile.Write(ref _applied, set.Last);
    }

    private void Miss(long revision)
    {
        positions.Tell(follower => follower.Missed(account, revision));
        Volatile.Write(ref _applied, revision);
    }
}
