using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Roster.Core.Values;

namespace Roster.Http;

/// <summary>
/// Answers kept while their account does not change. An answer is bound to the revision that it was read at and to the
/// next end of any membership, since expiry makes no revision; it is served only when both still hold.
/// </summary>
/// <param name="capacity">Most bytes to keep, roughly; two generations of half of it each.</param>
public sealed class KeptAnswers(long capacity)
{
    private readonly Lock _turn = new();
    private ConcurrentDictionary<Target, Kept> _young = new();
    private ConcurrentDictionary<Target, Kept> _old = new();
    private long _youngBytes;

    /// <summary>False where there is no room for any.</summary>
    public bool IsOn => capacity > 0;

    /// <summary>The bytes of a 200, if they are what would be answered now.</summary>
    public ReadOnlyMemory<byte>? Find(Target target, long revision, Instant now)
    {
        if (_young.TryGetValue(target, out var kept))
        {
            // Without the cast null would become an empty body.
            return kept.HoldsAt(revision, now) ? kept.Body : (ReadOnlyMemory<byte>?)null;
        }

        if (!_old.TryGetValue(target, out kept) || !kept.HoldsAt(revision, now))
        {
            return null;
        }

        Keep(target, kept);
        return kept.Body;
    }

    public void Keep(Target target, ReadOnlyMemory<byte> body, long revision, Instant? until) =>
        Keep(target, new Kept(body, revision, until));

    private void Keep(Target target, Kept kept)
    {
        var size = target.Size + kept.Body.Length;
        if (size > capacity / 2)
        {
            return;
        }

        _young[target] = kept;
        if (Interlocked.Add(ref _youngBytes, size) > capacity / 2)
        {
            Age();
        }
    }

    private void Age()
    {
        lock (_turn)
        {
            if (_youngBytes > capacity / 2)
            {
                _old = _young;
                _young = new();
                _youngBytes = 0;
            }
        }
    }

    /// <summary>What was asked: in which of the store's histories, of which account, and the request's path and query as they came.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Target(string Epoch, AccountId Account, string Text)
    {
        // Two strings, an entry of the dictionary and the record itself, about.
        internal long Size => 200 + (2 * Text.Length);
    }

    private sealed record Kept(ReadOnlyMemory<byte> Body, long Revision, Instant? Until)
    {
        public bool HoldsAt(long revision, Instant now) => Revision == revision && (Until is not { } end || now < end);
    }
}
