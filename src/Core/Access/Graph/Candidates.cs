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
    /// <summary>How many members are looked at without looking up.</summary>
    private const int Piece = 4_096;

    private readonly SortedSet<byte[]> _found = new(ByteOrder.Instance);
    private readonly HashSet<int> _teams = [];
    private byte[]? _last;

    /// <summary>At most as many as the limit.</summary>
    /// <param name="scope">Where the resource is.</param>
    public IReadOnlyList<string> Find(int scope)
    {
        var places = graph.Look(now, scope, PlacesFrom, out _);
        Walk(places, (ref look, member, held) => Consider(look, member, held));
        if (!teams)
        {
            Walk([.. _teams], (ref look, member, held) => AddUser(look, member, held));
        }

        return [.. _found.Select(Encoding.UTF8.GetString)];
    }

    private delegate void Visiting(ref Look look, int member, int held);

    private int[] PlacesFrom(ref Look look, int scope)
    {
        var places = new List<int>();
        for (var place = scope; place >= 0; place = look.Data.ScopeAt(place).Parent)
        {
            places.Add(place);
        }

        return [.. places];
    }

    /// <summary>Through the members of the places where they are few; else past all users and teams, in the order of their numbers.</summary>
    private void Walk(int[] places, Visiting visit)
    {
        var (members, all) = graph.Look(now, places, static (ref look, asked) => Count(look.Data, asked), out _);
        if (members <= Math.Max(Piece, all / 4))
        {
            foreach (var place in places)
            {
                WalkMembers(place, visit);
            }

            return;
        }

        for (var from = 0; from < all; from += Piece)
        {
            graph.Look(now, (places, visit, from), static (ref look, asked) => WalkPiece(ref look, asked.places, asked.visit, asked.from), out _);
        }
    }

    /// <summary>How many memberships there are in the places, and how far the numbers of members go.</summary>
    private static (int Members, int All) Count(GraphData data, int[] places) =>
        (places.Sum(place => data.ScopeAt(place).Members.Count), 2 * Math.Max(data.UserIds.Count, data.ScopeIds.Count));

    /// <summary>Who they are is copied at once, which is quick; a look at each of many would be disturbed by whoever writes, again and again.</summary>
    private void WalkMembers(int place, Visiting visit)
    {
        var members = graph.Look(now, place, static (ref look, asked) => look.Data.MembersOf(asked).ToArray(), out _);
        for (var from = 0; from < members.Length; from += Piece)
        {
            var piece = members.AsMemory(from, Math.Min(Piece, members.Length - from));
            graph.Look(now, (piece, place, visit), static (ref look, asked) => WalkMembers(ref look, asked.piece.Span, asked.place, asked.visit), out _);
        }
    }

    private static bool WalkMembers(ref Look look, ReadOnlySpan<NumberEntry> members, int place, Visiting visit)
    {
        foreach (ref readonly var entry in members)
        {
            // What their membership says may be another now.
            var held = entry.IsEmpty ? NumberMaps.None : look.Data.Find(entry.Key, place);
            if (held != NumberMaps.None)
            {
                visit(ref look, entry.Key, held);
            }
        }

        return true;
    }

    private static bool WalkPiece(ref Look look, int[] places, Visiting visit, int from)
    {
        for (var member = from; member < from + Piece; member++)
        {
            if (!look.Data.IsThere(member))
            {
                continue;
            }

            foreach (var place in places)
            {
                var held = look.Data.Find(member, place);
                if (held != NumberMaps.None)
                {
                    visit(ref look, member, held);
                }
            }
        }

        return true;
    }

    private void Consider(Look look, int member, int held)
    {
        var number = look.Data.Roles.ActionOf(action);
        if (number < 0 || !look.IsInForce(held) || !look.Data.Roles[look.Data.Held.RoleOf(held)].MayPermit(number, resourceType))
        {
            return;
        }

        if (!GraphData.IsTeam(member))
        {
            AddUser(look, member, held);
        }
        else if (!teams)
        {
            _teams.Add(member / 2);
        }
        else
        {
            // The kind stands before the id of a scope.
            Add(look.Data.ScopeIds.Text(member / 2)[1..]);
        }
    }

    private void AddUser(Look look, int member, int held)
    {
        if (!teams && !GraphData.IsTeam(member) && look.IsInForce(held) && look.Data.IsActive(member / 2))
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
