namespace Roster.Core.Access;

/// <summary>A page that is being filled, and knows whether there is more than fits.</summary>
internal sealed class PageDraft(int limit)
{
    private const int LeastStep = 100;
    private const int MostStep = 10_000;

    private readonly List<string> _found = [];
    private string? _last;

    /// <summary>How many candidates to look at next.</summary>
    public int Step { get; private set; } = Math.Max(LeastStep, limit + 1);

    /// <summary>Where all was added.</summary>
    public AccessPage Whole => new(_found, null);

    /// <param name="place">Where it stands among all.</param>
    /// <returns>False where the page is full already: something follows.</returns>
    public bool TryAdd(string id, string place)
    {
        if (_found.Count == limit)
        {
            return false;
        }

        _found.Add(id);
        _last = place;
        return true;
    }

    /// <summary>Where few of many are what is searched for, finding each handful of candidates would cost as much as finding them all.</summary>
    public void Widen() => Step = Math.Min(Step * 4, MostStep);

    /// <param name="after">Where the page began, where nothing is on it.</param>
    public AccessPage Cut(string after) => new(_found, _last ?? after);
}
