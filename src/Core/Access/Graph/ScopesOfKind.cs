using System.Text;
using Roster.Core.Values;

namespace Roster.Core.Access.Graph;

/// <summary>Lists an account's scopes of one kind, looking at a piece at a time: whoever writes meanwhile does not make it begin again.</summary>
internal sealed class ScopesOfKind(AccountGraph graph, Func<long> now, byte kind, byte[] after, int limit)
{
    private const int Piece = 4_096;

    private readonly SortedSet<string> _found = new(Utf8Order.Instance);

    /// <summary>The next ones by id, and no more of them at once than are wanted.</summary>
    public IReadOnlyList<string> Next()
    {
        var all = graph.Look(now, kind, static (ref look, _) => look.Data.ScopeIds.Count, out _);
        for (var from = 0; from < all; from += Piece)
        {
            graph.Look(now, (Scopes: this, From: from, To: Math.Min(from + Piece, all)), static (ref look, asked) => asked.Scopes.Add(look.Data, asked.From, asked.To), out _);
        }

        return [.. _found];
    }

    private bool Add(GraphData data, int from, int to)
    {
        for (var scope = from; scope < to; scope++)
        {
            if (data.ScopeAt(scope).Kind == kind && data.ScopeAt(scope).Lives && data.ScopeIds.Text(scope)[1..].SequenceCompareTo(after) > 0)
            {
                _found.Add(Encoding.UTF8.GetString(data.ScopeIds.Text(scope)[1..]));
                if (_found.Count > limit)
                {
                    _found.Remove(_found.Max!);
                }
            }
        }

        return true;
    }
}
