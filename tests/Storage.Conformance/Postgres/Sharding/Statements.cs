using System.Text.RegularExpressions;
using Roster.Storage.Postgres;
using Roster.Tests.Storage.Conformance.Postgres.Plans;

namespace Roster.Tests.Storage.Conformance.Postgres.Sharding;

/// <summary>What of a statement would keep Citus from sending it to the one node where its account is.</summary>
internal static partial class Statements
{
    public static IEnumerable<string> Complaints(string text, PlanNode plan)
    {
        foreach (var step in plan.All.Where(step => step.Reads && IsDistributed(step) && !AsksForTheAccount().IsMatch(step.Conditions)))
        {
            yield return $"does not ask {step.Table} for the account in\n{plan}";
        }

        foreach (var step in plan.All.Where(step => step.Inserts && IsDistributed(step) && !PutsTheAccount(step)))
        {
            yield return $"does not put the account into {step.Table} in\n{plan}";
        }

        if (text.Contains("VALUES", StringComparison.Ordinal) && plan.All.Any(step => step.Reads))
        {
            yield return "has a subquery in a list of values, which Citus refuses";
        }

        if (SetsTheAccount().IsMatch(text))
        {
            yield return "moved to another account, a row would have to move to another node";
        }
    }

    private static bool IsDistributed(PlanNode step) => !Distribution.ReferenceTables.ContainsKey(step.Table!);

    /// <summary>All columns come from below in the table's order, and the account is its first.</summary>
    private static bool PutsTheAccount(PlanNode insert) => GivesTheAccount().IsMatch(insert.Source.Output[0]);

    /// <summary>It is the first parameter of every statement, and each table is asked for it: Citus need conclude nothing from joins.</summary>
    [GeneratedRegex(@"\baccount = \(?\$1\b", RegexOptions.None, 1_000)]
    private static partial Regex AsksForTheAccount();

    [GeneratedRegex(@"^(\$1|(\w+\.)?account)$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex GivesTheAccount();

    [GeneratedRegex(@"\bSET\s+([^$]*,\s*)?account\s*=", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex SetsTheAccount();
}
