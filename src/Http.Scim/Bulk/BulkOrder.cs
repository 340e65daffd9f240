namespace Roster.Http.Scim.Bulk;

/// <summary>
/// In which order operations can be done: as they were sent, but each after those that make what it names. Those that name one
/// another in a ring are done together.
/// </summary>
internal sealed class BulkOrder
{
    private readonly IReadOnlyList<IReadOnlyList<int>> _needs;
    private readonly int[] _found;
    private readonly int[] _lowest;
    private readonly Stack<int> _open = new();
    private readonly HashSet<int> _isOpen = [];
    private readonly List<IReadOnlyList<int>> _steps = [];
    private int _count;

    private BulkOrder(IReadOnlyList<IReadOnlyList<int>> needs) =>
        (_needs, _found, _lowest) = (needs, new int[needs.Count], new int[needs.Count]);

    /// <param name="needs">Of each operation, those that it has to come after.</param>
    /// <returns>Steps of one operation or, where they need one another, of several.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<IReadOnlyList<int>> needs)
    {
        var order = new BulkOrder(needs);
        for (var i = 0; i < needs.Count; i++)
        {
            if (order._found[i] == 0)
            {
                order.Visit(i);
            }
        }

        return order._steps;
    }

    /// <summary>Tarjan's: a ring is closed by the first of it that was found. At most as deep as there are operations.</summary>
    private void Visit(int i)
    {
        _found[i] = _lowest[i] = ++_count;
        _open.Push(i);
        _isOpen.Add(i);
        foreach (var need in _needs[i])
        {
            if (_found[need] == 0)
            {
                Visit(need);
                _lowest[i] = Math.Min(_lowest[i], _lowest[need]);
            }
            else if (_isOpen.Contains(need))
            {
                _lowest[i] = Math.Min(_lowest[i], _found[need]);
            }
        }

        if (_lowest[i] == _found[i])
        {
            Close(i);
        }
    }

    private void Close(int first)
    {
        var ring = new List<int>();
        int last;
        do
        {
            last = _open.Pop();
            _isOpen.Remove(last);
            ring.Add(last);
        }
        while (last != first);
        ring.Sort();
        _steps.Add(ring);
    }
}
