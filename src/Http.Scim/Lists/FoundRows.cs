using Roster.Http.Scim.Resources;

namespace Roster.Http.Scim.Lists;

/// <summary>Places of the rows that fit, in the order of the list, while all rows are looked through in the default order.</summary>
internal sealed class FoundRows(Sorting? sorting)
{
    private readonly List<ListPlace> _places = [];

    public long Count => _places.Count;

    public void Add(ListPosition position, ScimObject judged) => _places.Add(new(position, sorting?.KeyOf(judged)));

    /// <param name="last">The last place that is taken, if any follows it.</param>
    public IReadOnlyList<ListPosition> Take(ListStretch stretch, out ListPlace? last)
    {
        if (sorting is not null)
        {
            _places.Sort(Compare);
        }

        var first = stretch.After is { } after ? FirstAfter(after) : (int)Math.Min(stretch.Skip, _places.Count);
        var taken = _places.GetRange(first, Math.Min(stretch.Count, _places.Count - first));
        last = taken.Count > 0 && first + taken.Count < _places.Count ? taken[^1] : null;
        return taken.ConvertAll(place => place.Position);
    }

    private int FirstAfter(ListPlace after)
    {
        var first = _places.FindIndex(place => Compare(place, after) > 0);
        return first < 0 ? _places.Count : first;
    }

    private int Compare(ListPlace one, ListPlace other)
    {
        var byKey = sorting?.Compare(one.Key, other.Key) ?? 0;
        return byKey != 0 ? byKey : one.Position.CompareTo(other.Position);
    }
}
