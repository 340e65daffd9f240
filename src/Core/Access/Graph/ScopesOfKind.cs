using System.Text;
using Roster.Core.Values;

namespace Roster.Core.Access.Graph;

/// <summary>Lists an account's scopes of one kind.</summary>
internal static class ScopesOfKind
{
    /// <summary>The next ones by id, and no more of them at once than are wanted.</summary>
    public static IReadOnlyList<string> Next(GraphData data, byte kind, byte[] after, int limit)
    {
        var found = new SortedSet<string>(Utf8Order.Instance);
        for (var scope = 0; scope < data.ScopeIds.Count; scope++)
        {
            if (data.ScopeAt(scope).Kind == kind && data.ScopeAt(scope).Lives && data.ScopeIds.Text(scope)[1..].SequenceCompareTo(after) > 0)
            {
                found.Add(Encoding.UTF8.GetString(data.ScopeIds.Text(scope)[1..]));
                if (found.Count > limit)
                {
                    found.Remove(found.Max!);
                }
            }
        }

        return [.. found];
    }
}
