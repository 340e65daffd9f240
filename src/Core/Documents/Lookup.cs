namespace Roster.Core.Documents;

/// <summary>What was read, by what it was asked by. Who looks for what nobody asked has a defect, and is told.</summary>
/// <param name="isCovered">Keys of lists that were read whole: what is not there then does not exist.</param>
internal sealed class Lookup<TKey, T>(Func<TKey, bool>? isCovered = null)
    where TKey : notnull
{
    private readonly Dictionary<TKey, T?> _found = [];

    /// <summary>All there are of them were read.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Those that exist.</summary>
    public IEnumerable<T> All => _found.Values.OfType<T>();

    public T? this[TKey key]
    {
        get => _found.TryGetValue(key, out var found) ? found
            : Covers(key) ? default
            : throw new InvalidOperationException($"A plan rests on '{key}', which was not read.");
        set => _found[key] = value;
    }

    public bool Knows(TKey key) => _found.ContainsKey(key) || Covers(key);

    private bool Covers(TKey key) => IsWhole || isCovered?.Invoke(key) == true;
}
