using System.Collections.Concurrent;
using Roster.Core.Changes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Storage.Sqlite;

/// <summary>The latest committed revision of every account that was asked for or written, and who is told of commits.</summary>
internal sealed class CommittedRevisions
{
    private readonly ConcurrentDictionary<AccountId, long> _revisions = new();
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

    public bool TryGet(AccountId account, out long revision) => _revisions.TryGetValue(account, out revision);

    /// <summary>Takes what was read or told, unless more is known.</summary>
    public long Fill(AccountId account, long revision) =>
        _revisions.AddOrUpdate(account, revision, (_, known) => Math.Max(known, revision));

    /// <summary>Called by the writer alone, in revision order. Nobody else is told the revision before the follower is.</summary>
    public void Committed(CommittedSet set)
    {
        try
        {
            _follower?.Applied(set);
        }
        catch (Exception)
        {
            FollowersAreTrue = false;
        }

        Fill(set.Account, set.Last);
    }
}
