using Roster.Core.Values;

namespace Roster.Core.Access;

/// <summary>Pages of what was found.</summary>
internal static class Pages
{
    /// <summary>Cuts a page out of all that there is, which is in the order of its bytes.</summary>
    public static AccessPage Cut(IEnumerable<string> all, string after, int limit)
    {
        var found = all.Where(id => Utf8Order.Instance.Compare(id, after) > 0).Take(limit + 1).ToList();
        if (found.Count <= limit)
        {
            return new(found, null);
        }

        found.RemoveAt(limit);
        return new(found, found is [.., var last] ? last : after);
    }
}
