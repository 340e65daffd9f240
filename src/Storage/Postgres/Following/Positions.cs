using System.Collections.Concurrent;
using Roster.Core.Changes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Storage.Postgres.Writing;

namespace Roster.Storage.Postgres.Following;

/// <summary>
/// How far this process has followed each account that it knows, and who is told of what was committed. After a failover the same
/// revisions may be written again, so that an account is followed anew in each epoch.
/// </summary>
/// <param name="readLog">The log of an account after a revision, at most so many changes.</param>
internal sealed class Positions(Func<AccountId, long, int, Task<IReadOnlyList<LogEntry>>> readLog)
{
    private readonly ConcurrentDictionary<(string Epoch, AccountId Account), Position> _positions = new();
    private IFollower? _follower;

    /// <summary>False once a follower threw: what it keeps may be behind the tables from then on.</summary>
    public bool FollowersAreTrue { get; private set; } = true;

    public void Follow(IFollower follower)
    {
        if (Interlocked.CompareExchange(ref _follower, follower, null) is not null)
        {
            throw new InvalidOperationException("Somebody follows this store already.");
        }
    }

    /// <summary>Something was read at this revision, and may be kept: what happens next has to be followed from here.</summary>
    public ValueTask SeenAsync(string epoch, AccountId account, long revision)
    {
        if (revision == 0)
        {
            return default;
        }

        // Begun by somebody whose snapshot was later: what happened in between was told to nobody.
        var position = Follow(epoch, account, revision);
        return revision < position.Begun ? position.ForgetAsync() : default;
    }

    /// <summary>The followers know everything up to this revision when it ends.</summary>
    public ValueTask CatchUpAsync(string epoch, AccountId account, long revision)
    {
        if (revision == 0)
        {
            return default;
        }

        var position = Follow(epoch, account, revision);
        return position.Applied >= revision ? default : position.CatchUpAsync(revision);
    }

    /// <summary>
    /// Keeps the written accounts' positions to this commit: who finds its revision in the database before the followers have been
    /// told waits for them here, and does not fetch what is on its way.
    /// </summary>
    public async ValueTask<HeldPositions> HoldAsync(string epoch, IReadOnlyList<LockedAccount> accounts)
    {
        var held = new HeldPositions();
        foreach (var account in accounts.Where(account => account.IsWritten || account.HasSettled))
        {
            await held.AddAsync(Follow(epoch, account.Id, account.From), account);
        }

        return held;
    }

    /// <summary>Another history has begun. What is kept of the old one says so by its epoch.</summary>
    public void BeginAnew(string epoch)
    {
        foreach (var key in _positions.Keys.Where(key => key.Epoch != epoch))
        {
            _positions.TryRemove(key, out _);
        }
    }

    /// <summary>Accounts that somebody has asked for, and how far they have been followed.</summary>
    public IEnumerable<Position> All => _positions.Values;

    public Position? Find(string epoch, AccountId account) => _positions.GetValueOrDefault((epoch, account));

    internal Task<IReadOnlyList<LogEntry>> ReadLogAsync(AccountId account, long after, int limit) => readLog(account, after, limit);

    internal void Tell(Action<IFollower> what)
    {
        try
        {
            if (_follower is { } follower)
            {
                what(follower);
            }
        }
        catch (Exception)
        {
            FollowersAreTrue = false;
        }
    }

    private Position Follow(string epoch, AccountId account, long revision) => _positions.GetOrAdd(
        (epoch, account), static (key, at) => new Position(at.Positions, key.Account, at.Revision), (Positions: this, Revision: revision));
}
