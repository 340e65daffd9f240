using System.Text;

namespace Roster.Core.Access.Graph;

/// <summary>
/// Finds who may have a say on a resource: the next members by id who hold, themselves or through a team, a role there or above that
/// may permit the action. It looks at a piece at a time, so that nobody who writes has to wait, and nobody who was there throughout
/// is missed; whoever is found is asked about afterwards.
/// </summary>
internal sealed class Candidates(
    AccountGraph graph, Func<long> now, string action, string resourceType, bool teams, byte[] after, int limit)
{
    /// <summary>How many memberships are looked at without looking up.</summary>
    private const int Piece = 4_096;

    private readonly SortedSet<byte[]> _found = new(ByteOrder.Instance);
    private readonly HashSet<int> _teams = [];
    private byte[]? _last;

    /// <summary>At most as many as the limit.</summary>
    /// <param name="scope">Where the resource is.</param>
    public IReadOnlyList<string> Find(int scope)
    {
        var places = graph.Look(now, scope, PlacesFrom, out _);
        Walk(places, (ref look, link) => Consider(look, link));
        if (!teams)
        {
            Walk([.. _teams], (ref look, link) => AddUser(look, link));
        }

        return [.. _found.Select(Encoding.UTF8.GetString)];
    }

    private delegate void Visiting(ref Look look, int link);

    private int[] PlacesFrom(ref Look look, int scope)
    {
        var places = new List<int>();
        for (var place = scope; place >= 0; place = look.Data.ScopeAt(place).Parent)
        {
            places.Add(place);
        }

        return [.. places];
    }

    /// <summary>Along the lists of the places where they are short; else past all memberships, as they lie.</summary>
    private void Walk(int[] places, Visiting visit)
    {
        var (members, all) = graph.Look(now, places, static (ref look, asked) => Count(look.Data, asked), out _);
        if (members <= Math.Max(Piece, all / 16))
        {
            foreach (var place in places)
            {
                graph.Look(now, (place, visit), static (ref look, asked) => WalkList(ref look, asked.place, asked.visit), out _);
            }

            return;
        }

        HashSet<int> wanted = [.. places];
        for (var from = 0; from < all; from += Piece)
        {
            graph.Look(now, (wanted, visit, from), static (ref look, asked) => WalkPiece(ref look, asked.wanted, asked.visit, asked.from), out _);
        }
    }

    private static (int Members, int All) Count(GraphData data, int[] places) =>
        (places.Sum(place => data.ScopeAt(place).Count), data.Links.Used);

    private static bool WalkList(ref Look look, int place, Visiting visit)
    {
        var steps = 0;
        for (var link = look.Data.ScopeAt(place).First; link >= 0 && steps++ <= look.Data.Links.Used; link = look.Data.Links[link].NextInScope)
        {
            visit(ref look, link);
        }

        return true;
    }

    private static bool WalkPiece(ref Look look, HashSet<int> places, Visiting visit, int from)
    {
        var to = Math.Min(from + Piece, look.Data.Links.Used);
        for (var link = from; link < to; link++)
        {
            if (look.Data.Links[link].Member != Link.None && places.Contains(look.Data.Links[link].Scope))
            {
                visit(ref look, link);
            }
        }

        return true;
    }

    private void Consider(Look look, int index)
    {
        var link = look.Data.Links[index];
        var number = look.Data.Roles.ActionOf(action);
        if (number < 0 || !look.IsInForce(index) || !look.Data.Roles[link.Role].MayPermit(number, resourceType))
        {
            return;
        }

        if (!GraphData.IsTeam(link.Member))
        {
            AddUser(look, index);
        }
        else if (!teams)
        {
            _teams.Add(link.Member / 2);
        }
        else
        {
            // The kind stands before the id of a scope.
            Add(look.Data.ScopeIds.Text(link.Member / 2)[1..]);
        }
    }

    private void AddUser(Look look, int index)
    {
        var member = look.Data.Links[index].Member;
        if (!teams && !GraphData.IsTeam(member) && look.IsInForce(index) && look.Data.IsActive(member / 2))
        {
            Add(look.Data.UserIds.Text(member / 2));
        }
    }

    /// <summary>Only the first ones that follow are kept.</summary>
    private void Add(ReadOnlySpan<byte> id)
    {
        if (id.SequenceCompareTo(after) <= 0 || (_last is not null && id.SequenceCompareTo(_last) >= 0))
        {
            return;
        }

        if (!_found.Add(id.ToArray()) || _found.Count < limit)
        {
            return;
        }

        if (_found.Count > limit)
        {
            _found.Remove(_found.Max!);
        }

        _last = _found.Max;
    }

    private sealed class ByteOrder : IComparer<byte[]>
    {
        public static readonly ByteOrder Instance = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
