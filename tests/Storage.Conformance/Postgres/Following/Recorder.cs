namespace Roster.Tests.Storage.Conformance.Postgres.Following;

/// <summary>Follows a store, and finds that each account's sets come whole, in order and without a gap.</summary>
internal sealed class Recorder : IFollower
{
    private readonly Lock _lock = new();
    private readonly Dictionary<AccountId, long> _known = [];
    private readonly List<CommittedSet> _heard = [];
    private readonly List<(AccountId Account, long Revision)> _missed = [];
    private readonly List<string> _gaps = [];

    public IReadOnlyList<CommittedSet> Heard => Copy(_heard);

    public IReadOnlyList<(AccountId Account, long Revision)> Missed => Copy(_missed);

    /// <summary>Where something was left out, or told twice.</summary>
    public IReadOnlyList<string> Gaps => Copy(_gaps);

    /// <summary>Up to where an account is known here.</summary>
    public long KnownOf(AccountId account)
    {
        lock (_lock)
        {
            return _known.GetValueOrDefault(account);
        }
    }

    public void Applied(CommittedSet set)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(set.Account, out var known) && set.First != known + 1)
            {
                _gaps.Add($"{set.Account}: {set.First} after {known}");
            }

            _known[set.Account] = set.Last;
            _heard.Add(set);
        }
    }

    void IFollower.Missed(AccountId account, long revision)
    {
        lock (_lock)
        {
            _known[account] = revision;
            _missed.Add((account, revision));
        }
    }

    private List<T> Copy<T>(List<T> list)
    {
        lock (_lock)
        {
            return [.. list];
        }
    }
}
