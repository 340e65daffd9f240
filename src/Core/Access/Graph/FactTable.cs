using System.Collections.Concurrent;

namespace Roster.Core.Access.Graph;

/// <summary>
/// What was read about things of one kind, and at which revision: true from there on, until a change takes it away. Where it takes too
/// much memory all of it goes, and what is asked for again is read again. Anybody may look; one at a time keeps and forgets.
/// </summary>
internal sealed class FactTable<TKey, T>
    where TKey : notnull
{
    /// <summary>Some 20,000 facts of the usual size.</summary>
    public const long MaxBytes = 8 * 1_048_576;

    // An entry, its fact, and their texts' heads.
    private const long OfEach = 300;

    private readonly ConcurrentDictionary<TKey, Fact> _facts = new();
    private long _bytes;

    public long Bytes => Volatile.Read(ref _bytes);

    public bool TryGet(TKey key, long at, out T value)
    {
        if (_facts.TryGetValue(key, out var fact) && fact.Since <= at)
        {
            value = fact.Value;
            return true;
        }

        value = default!;
        return false;
    }

    /// <param name="characters">Of texts in key and value.</param>
    public void Keep(TKey key, T value, long since, int characters)
    {
        var fact = new Fact(value, since, OfEach + (2L * characters));
        Forget(key);
        if (_bytes + fact.Bytes > MaxBytes)
        {
            Clear();
        }

        _facts[key] = fact;
        Volatile.Write(ref _bytes, _bytes + fact.Bytes);
    }

    public void Forget(TKey key)
    {
        if (_facts.TryRemove(key, out var fact))
        {
            Volatile.Write(ref _bytes, _bytes - fact.Bytes);
        }
    }

    public void Clear()
    {
        _facts.Clear();
        Volatile.Write(ref _bytes, 0);
    }

    private sealed record Fact(T Value, long Since, long Bytes);
}
