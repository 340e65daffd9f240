using Roster.Core.Outcomes;

namespace Roster.Http;

/// <summary>What is wrong with a body, in the order in which it was met, as far as somebody can still read it.</summary>
internal sealed class FieldProblems
{
    private const int Most = 1_000;
    private const int MostTold = 100;

    private readonly List<Problem> _all = [];

    public IReadOnlyList<Problem> All => _all;

    public int Count => _all.Count;

    /// <summary>No more are noted: nothing is left to find out by reading on.</summary>
    public bool IsFull => _all.Count == Most;

    /// <summary>All in one fault that names the first field; null when there is none.</summary>
    public Fault? Fault => _all.Count == 0
        ? null
        : Fault.Invalid(
            _all[0].Field,
            _all[0].Message
                + string.Concat(_all.Take(MostTold).Skip(1).Select(problem => $"; {problem.Field} {problem.Message}"))
                + (_all.Count > MostTold ? "; and more" : ""));

    public void Add(string field, string message)
    {
        if (!IsFull)
        {
            _all.Add(new(field, message));
        }
    }
}
