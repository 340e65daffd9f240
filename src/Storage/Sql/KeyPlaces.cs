using System.Collections.Concurrent;
using Roster.Core.Values;

namespace Roster.Storage.Sql;

/// <summary>Whose a key is, once found: it never changes. Begun anew when it has grown too long.</summary>
internal sealed class KeyPlaces
{
    private const int Most = 100_000;
    private readonly ConcurrentDictionary<KeyId, AccountId> _accounts = new();
    private int _count;

    public AccountId? Find(KeyId key) => _accounts.TryGetValue(key, out var account) ? account : null;

    public void Add(KeyId key, AccountId account)
    {
        if (_accounts.TryAdd(key, account) && Interlocked.Increment(ref _count) > Most)
        {
            Interlocked.Exchange(ref _count, 0);
            _accounts.Clear();
        }
    }
}
