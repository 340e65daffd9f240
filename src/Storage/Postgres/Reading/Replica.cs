using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Storage.Postgres.Reading;

/// <summary>A read-only replica, which spares the primary what it can answer. While it answers nothing, nobody waits for it.</summary>
internal sealed class Replica(PostgresServer server, ReadLanes lanes, TimeProvider time) : IAsyncDisposable
{
    /// <summary>What a request may lose to a replica that hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    // In the time provider's ticks; 0 while it answers.
    private long _restsUntil;

    /// <summary>Null where it does not know the revision yet, or does not answer: then the primary is asked.</summary>
    public async ValueTask<Outcome<T>?> AskAsync<T>(ReplicaQuestion<T> question, CancellationToken cancellationToken)
    {
        if (!MayAsk())
        {
            return null;
        }

        try
        {
            var answer = await lanes.AskAsync(question, cancellationToken).WaitAsync(Patience, cancellationToken);
            Interlocked.Exchange(ref _restsUntil, 0);
            return answer;
        }
        catch (Exception exception) when (exception is StoreUnavailableException or TimeoutException)
        {
            Interlocked.Exchange(ref _restsUntil, AfterRest());
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await lanes.DisposeAsync();
        await server.DisposeAsync();
    }

    /// <summary>Of those who come after its rest, one tries whether it answers again.</summary>
    private bool MayAsk()
    {
        var until = Interlocked.Read(ref _restsUntil);
        return until == 0
            || (time.GetTimestamp() >= until && Interlocked.CompareExchange(ref _restsUntil, AfterRest(), until) == until);
    }

    private long AfterRest() => time.GetTimestamp() + (long)(Rest.TotalSeconds * time.TimestampFrequency);
}
