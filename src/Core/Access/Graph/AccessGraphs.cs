using System.Collections.Concurrent;
using Roster.Core.Changes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access.Graph;

/// <param name="Bytes">About as much memory as graphs may take. The one that was asked last is kept whatever it takes.</param>
public sealed record AccessGraphOptions(long Bytes);

/// <summary>
/// The graphs of the accounts that are asked about. Each is made from one snapshot and follows what is committed; those that were
/// not asked for longest make room for others.
/// </summary>
public sealed class AccessGraphs(IStore store, AccessGraphOptions options) : IFollower
{
    private const int MostTries = 5;

    private readonly ConcurrentDictionary<AccountId, GraphPlace> _places = new();
    private readonly Lock _turn = new();
    private long _made;

    /// <summary>How many were made.</summary>
    public long Made => Volatile.Read(ref _made);

    /// <summary>About how much memory they take.</summary>
    public long Bytes => _places.Values.Sum(place => place.Graph?.Bytes ?? 0);

    public void Applied(CommittedSet set)
    {
        if (_places.TryGetValue(set.Account, out var place))
        {
            place.Applied(set);
        }
    }

    public void Missed(AccountId account, long revision)
    {
        if (_places.TryGetValue(account, out var place))
        {
            place.Forget();
        }
    }

    /// <summary>
    /// The graph of the caller's account, at the revision that their request was confirmed at or a later one; null while there is
    /// none, which is then being made.
    /// </summary>
    internal ValueTask<AccountGraph?> FindAsync(Caller caller, CancellationToken cancellationToken)
    {
        var place = PlaceOf(caller.Account);
        if (place.Graph is not { } graph || graph.Epoch != store.Epoch)
        {
            _ = MakeAsync(place);
            return default;
        }

        graph.Use(_made);
        return caller.Confirmed > 0 && graph.Revision >= caller.Confirmed
            ? new(graph)
            : ConfirmAsync(place, graph, store.RevisionAsync(caller.Account, cancellationToken));
    }

    /// <summary>The graph of the caller's account, made if need be; null where there is no such account.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be read.</exception>
    internal async ValueTask<AccountGraph?> LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await FindAsync(caller, cancellationToken) is { } graph)
            {
                return graph;
            }

            await MakeAsync(PlaceOf(caller.Account)).WaitAsync(cancellationToken);
        }

        var open = await store.ReadAsync<bool>(
            caller.Account, static reads => new(reads.Account is { ClosedAt: null }), cancellationToken);
        return open is { Fault: null, Value: true }
            ? throw new StoreUnavailableException("The account changes faster than it can be read.")
            : null;
    }

    private GraphPlace PlaceOf(AccountId account) =>
        _places.TryGetValue(account, out var place) ? place : _places.GetOrAdd(account, static (id, store) => new(id, store), store);

    private async Task MakeAsync(GraphPlace place)
    {
        if (await place.MakeAsync())
        {
            Interlocked.Increment(ref _made);
            place.Graph?.Use(_made);
            MakeRoom(place);
        }
    }

    private static ValueTask<AccountGraph?> ConfirmAsync(GraphPlace place, AccountGraph graph, ValueTask<long> confirming)
    {
        if (!confirming.IsCompletedSuccessfully)
        {
            return WaitAsync(place, graph, confirming);
        }

        var latest = confirming.Result;
        return graph.Revision >= latest ? new(graph) : CatchUpAsync(place, graph, latest);
    }

    private static async ValueTask<AccountGraph?> WaitAsync(GraphPlace place, AccountGraph graph, ValueTask<long> confirming) =>
        await CatchUpAsync(place, graph, await confirming);

    /// <summary>
    /// What the store says is the latest is being told to the followers, if it was not yet. An older number of the request's own
    /// means nothing any more where the store has failed over since.
    /// </summary>
    private static async ValueTask<AccountGraph?> CatchUpAsync(GraphPlace place, AccountGraph graph, long latest)
    {
        for (var tries = 0; graph.Revision < latest && place.Graph == graph && tries < 1_000; tries++)
        {
            await Task.Yield();
        }

        return graph.Revision >= latest && place.Graph == graph ? graph : null;
    }

    private void MakeRoom(GraphPlace latest)
    {
        lock (_turn)
        {
            var places = _places.Values.Where(place => place.Graph is not null).OrderBy(place => place.Graph?.UsedAt ?? 0).ToList();
            var bytes = places.Sum(place => place.Graph?.Bytes ?? 0);
            foreach (var place in places.Where(place => place != latest))
            {
                if (bytes <= options.Bytes)
                {
                    break;
                }

                bytes -= place.Graph?.Bytes ?? 0;
                place.Forget();
                _places.TryRemove(new(place.Account, place));
            }
        }
    }
}
