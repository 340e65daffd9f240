using Roster.Storage.Sql;
using Roster.Storage.Sql.Statements;
using Roster.Tests.Storage.Conformance.Sql;

namespace Roster.Tests.Storage.Conformance.Sqlite;

/// <summary>What costs the page and not the table shows in the plan: an index gives the order, and nothing is scanned.</summary>
public sealed class SqliteQueryPlanTests
{
    /// <summary>Closing an account touches all its keys, invitations and notes; the settings are the account's one row.</summary>
    private static readonly string[] MeansTheWholeAccount =
    [
        $"{nameof(KeyStatements)}.{nameof(KeyStatements.RevokeAll)}",
        $"{nameof(InvitationStatements)}.{nameof(InvitationStatements.EndAll)}",
        $"{nameof(NoteStatements)}.{nameof(NoteStatements.DeleteAll)}",
        $"{nameof(AccessStatements)}.{nameof(AccessStatements.FindSettings)}",
    ];

    private static readonly string[] Walks = ["(account=?)", "(account=? AND scope_kind<?", "(account=? AND scope_kind>?"];

    public static TheoryData<string> Statements => [.. EveryStatement.Shared.Keys];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task No_statement_sorts_or_scans(string name)
    {
        var plan = await PlanAsync(EveryStatement.Shared[name]);

        plan.ShouldAllBe(step => !step.Contains("TEMP B-TREE") && !IsScan(step));
        if (!MeansTheWholeAccount.Contains(name))
        {
            plan.ShouldAllBe(step => !WalksTheAccount(step));
        }
    }

    [Fact]
    public async Task The_plan_tells_a_sort_and_a_scan()
    {
        (await PlanAsync("SELECT user_id FROM users WHERE account = $1 ORDER BY phone")).ShouldContain(step => step.Contains("TEMP B-TREE"));
        (await PlanAsync("SELECT user_id FROM users WHERE phone = $1")).ShouldContain(step => IsScan(step));
        (await PlanAsync("SELECT phone FROM users WHERE account = $1 AND phone = $2")).ShouldContain(step => WalksTheAccount(step));
        (await PlanAsync("SELECT role FROM memberships WHERE account = $1 AND scope_kind < 3")).ShouldContain(step => WalksTheAccount(step));
    }

    private static bool IsScan(string step) =>
        step.StartsWith("SCAN", StringComparison.Ordinal) && step is not ("SCAN CONSTANT ROW" or "SCAN counted");

    /// <summary>One that looks for nothing but the account, or for some kinds in it, reads all that the account has in the table.</summary>
    private static bool WalksTheAccount(string step) =>
        Walks.Any(walk => step.Contains(walk, StringComparison.Ordinal)) && !step.StartsWith("SEARCH accounts", StringComparison.Ordinal);

    private static async Task<List<string>> PlanAsync(string statement)
    {
        await using var folder = new SqliteFolder();
        ISqlStore store = await folder.OpenAsync();
        return await store.QueryAsync(
            sql => sql.ManyAsync("EXPLAIN QUERY PLAN " + statement, row => row.Text(3)), TestContext.Current.CancellationToken);
    }
}
