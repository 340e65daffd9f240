using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Races;

/// <summary>Requests of which not all can be granted, let go at once in an account of their own, round after round.</summary>
internal abstract class Race
{
    /// <summary>Rounds of it cannot run beside one another.</summary>
    public virtual bool MovesClock => false;

    /// <summary>One round, in an account of its own.</summary>
    /// <returns>Null when as many won as may, the others were told so, and the invariant holds; else what went wrong.</returns>
    public abstract Task<string?> RoundAsync(IAccounts server, Random random);

    /// <summary>The first of the complaints, with what was answered.</summary>
    protected static string? Judge(IEnumerable<Reply> answers, params IEnumerable<(bool Holds, string Complaint)> conditions)
    {
        var broken = conditions.Where(condition => !condition.Holds).Select(condition => condition.Complaint).FirstOrDefault();
        return broken is null ? null : $"{broken}\n  {string.Join("\n  ", answers)}";
    }

    /// <summary>One winner, and everybody else refused for that reason in their door's own words.</summary>
    protected static (bool Holds, string Complaint) OneWins(IReadOnlyCollection<Reply> answers, FaultKind reason) => (
        answers.Count(answer => answer.Succeeded) == 1
        && answers.Where(answer => !answer.Succeeded).All(answer => answer.IsRefusedFor(reason)),
        $"Expected one to win and the others to be refused for {reason}");
}
