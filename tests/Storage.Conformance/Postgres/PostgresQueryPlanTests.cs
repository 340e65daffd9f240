using Roster.Storage.Sql.Statements;
using Roster.Tests.Storage.Conformance.Postgres.Plans;
using Roster.Tests.Storage.Conformance.Sql;

namespace Roster.Tests.Storage.Conformance.Postgres;

/// <summary>
/// What costs the page and not the table shows in the plan: an index gives the order, and nothing is scanned. And it stays so
/// whatever the tables hold, since a plan that was made on the first day is kept.
/// </summary>
public sealed class PostgresQueryPlanTests
{
    private static readonly string[] Steps =
        ["Index Scan", "Index Only Scan", "Limit", "Result", "LockRows", "ModifyTable", "Nested Loop", "Merge Append", "Subquery Scan"];

    /// <summary>Closing an account touches all its keys, invitations and notes; the settings are the account's one row.</summary>
    private static readonly string[] MeansTheWholeAccount =
    [
        $"{nameof(KeyStatements)}.{nameof(KeyStatements.RevokeAll)}",
        $"{nameof(InvitationStatements)}.{nameof(InvitationStatements.EndAll)}",
        $"{nameof(NoteStatements)}.{nameof(NoteStatements.DeleteAll)}",
        $"{nameof(AccessStatements)}.{nameof(AccessStatements.FindSettings)}",
    ];

    /// <summary>The greatest of a member's levels, whether a scope has more rows than a limit, and how many users there are up to one.</summary>
    private static readonly string[] Counts =
    [
        $"{nameof(MembershipStatements)}.{nameof(MembershipStatements.HighestLevel)}",
        $"{nameof(MembershipStatements)}.{nameof(MembershipStatements.PurgeLater)}",
        $"{nameof(UserStatements)}.{nameof(UserStatements.Count)}",
        $"{nameof(UserSearchStatements)}.{nameof(UserSearchStatements.CountAll)}",
        $"{nameof(UserSearchStatements)}.{nameof(UserSearchStatements.CountByActive)}",
        $"{nameof(UserSearchStatements)}.{nameof(UserSearchStatements.CountSeats)}",
        $"{nameof(MemberStatements)}.{nameof(MemberStatements.Count)}",
        $"{nameof(MemberStatements)}.{nameof(MemberStatements.CountOfLevel)}",
        $"{nameof(ScopeStatements)}.{nameof(ScopeStatements.Count)}",
        $"{nameof(TeamStatements)}.{nameof(TeamStatements.LevelThrough)}",
        $"{nameof(TeamStatements)}.{nameof(TeamStatements.HighestThrough)}",
    ];

    /// <summary>A list that is sorted has one row: a member is once in a scope.</summary>
    private const string HasOneRow = $"{nameof(MembershipStatements)}.{nameof(MembershipStatements.ListOfMemberInScope)}";

    /// <summary>Statements with what they are asked in an account of so many users.</summary>
    private static readonly (string Name, Func<string, int, IReadOnlyList<string>> Values)[] Questions =
    [
        ("UserStatements.List", (account, users) => [Text(account), Half(users), "101", "5"]),
        ("UserStatements.ListByActive", (account, users) => [Text(account), Half(users), "101", "5", "1"]),
        ("UserStatements.ListById", (account, _) => [Text(account), "'user-200'", "51"]),
        ("UserStatements.ListByName", (account, _) => [Text(account), "'n200'", "51"]),
        ("UserStatements.Count", (account, _) => [Text(account), "51"]),
        ("UserStatements.Find", (account, users) => [Text(account), $"'user-{(users / 2) + 1}'"]),
        ("UserStatements.FindNamed", (account, users) => [Text(account), $"'n{(users / 2) + 1}'"]),
        ("GroupUserStatements.List", (account, users) => [Text(account), "5", "'group_1'", Half(users), "101"]),
        ("GroupUserStatements.ListByActive", (account, users) => [Text(account), "5", "'group_1'", Half(users), "101", "1"]),
        ("GroupUserStatements.List", (account, users) => [Text(account), "5", "'group_2'", Half(users), "101"]),
        ("MembershipStatements.List", (account, users) => [Text(account), "5", "0", "''", Half(users), "101"]),
        ("MembershipStatements.ListInScope", (account, users) => [Text(account), "5", "0", "''", Half(users), "101", "1", Text(account)]),
        ("MembershipStatements.ListOfMember", (account, users) => [Text(account), "5", "0", "''", $"{users * 3}", "21", "1", "'user-1'"]),
        ("MembershipStatements.ListOfMemberInScope", (account, _) => [Text(account), "5", "0", "''", "0", "101", "1", "'user-1'", "3", "'group_1'"]),
        ("MembershipStatements.ListByPlace", (account, _) => [Text(account), "5", "1", Text(account), "'user-200'", "51"]),
        ("MembershipStatements.Find", (account, _) => [Text(account), "5", "3", "'group_7'", "1", "'user-1'"]),
        ("MembershipStatements.Owners", (account, _) => [Text(account), "2"]),
        ("MembershipStatements.RoleHolders", (account, _) => [Text(account), "5", "1", Text(account), "1", "'user-200'", "51"]),
        ("MembershipStatements.NextEnd", (account, _) => [Text(account), "5"]),
        ("TeamStatements.List", (account, users) => [Text(account), "5", $"{users / 40}", "11"]),
        ("TeamStatements.ListSeatsByActive", (account, users) => [Text(account), "5", "'team-1'", "1", $"{users * 7}", "101"]),
        ("TeamStatements.LevelThrough", (account, _) => [Text(account), "5", "'user-2'", "3", "'group_1'"]),
        ("TeamStatements.HighestThrough", (account, _) => [Text(account), "5", "'user-2'"]),
        ("UserSearchStatements.List", (account, users) => [Text(account), Half(users), "101"]),
        ("UserSearchStatements.ListByActive", (account, users) => [Text(account), Half(users), "1", "101"]),
        ("UserSearchStatements.ListSeats", (account, users) => [Text(account), Half(users), "'team-1'", "5", "101"]),
        ("UserSearchStatements.FindNumbered", (account, users) => [Text(account), $"{(users / 2) + 1}"]),
        ("UserSearchStatements.CreatedFrom", (account, users) => [Text(account), Half(users)]),
        ("UserSearchStatements.ByName", (account, _) => [Text(account), "'n201'", "'n201' || chr(1)"]),
        ("UserSearchStatements.ByGivenName", (account, _) => [Text(account), "'given 201'", "'given 201' || chr(1)"]),
        ("UserSearchStatements.ByFamilyName", (account, _) => [Text(account), "'family 201'", "'family 201' || chr(1)"]),
        ("UserSearchStatements.ByDisplayName", (account, _) => [Text(account), "'display 201'", "'display 201' || chr(1)"]),
        ("UserSearchStatements.ByExternalId", (account, _) => [Text(account), "'x201'", "'x201' || chr(1)"]),
        ("UserSearchStatements.ByTerm", (account, _) => [Text(account), "1", "'t201'", "'t201' || chr(1)"]),
        ("UserSearchStatements.CountAll", (account, _) => [Text(account), "0", "51"]),
        ("UserSearchStatements.CountByActive", (account, _) => [Text(account), "0", "1", "51"]),
        ("UserSearchStatements.CountSeats", (account, _) => [Text(account), "0", "'team-1'", "5", "51"]),
        ("MemberStatements.ListOfTeam", (account, users) => [Text(account), "5", "5", "'team-1'", $"{users * 7}", "101"]),
        ("MemberStatements.ListOfLevel", (account, _) => [Text(account), "5", "1", Text(account), "1", "1", "'user-200'", "51"]),
        ("MemberStatements.Count", (account, _) => [Text(account), "5", "5", "'team-1'", "51"]),
        ("MemberStatements.CountOfLevel", (account, _) => [Text(account), "5", "1", Text(account), "1", "51"]),
        ("MemberStatements.GroupsOf", (account, _) => [Text(account), "5", "'user-2'"]),
        ("MemberStatements.FindInScope", (account, _) => [Text(account), "2", "'org-o7'", "1"]),
        ("MemberStatements.ListByExternalId", (account, _) => [Text(account), "'o7'", "3"]),
        ("ScopeStatements.ListByNameKey", (account, _) => [Text(account), "5", "0", "11", "'team 7'"]),
        ("ScopeStatements.ListByExternalId", (account, _) => [Text(account), "5", "0", "11", "'t7'"]),
        ("ScopeStatements.ListById", (account, _) => [Text(account), "5", "'team-2'", "11"]),
        ("ScopeStatements.Count", (account, _) => [Text(account), "5", "11"]),
        ("RoleStatements.IsHeld", (account, _) => [Text(account), "5", "'Janitor'"]),
        ("ScopeStatements.List", (account, users) => [Text(account), "3", $"{users / 40}", "11"]),
        ("ScopeStatements.ListNamed", (account, _) => [Text(account), "3", "0", "11", "'Scope 7'"]),
        ("AccessStatements.ListResources", (account, _) => [Text(account), "'record'", "'r-100'", "51"]),
        ("AccessStatements.FindResource", (account, _) => [Text(account), "'record'", "'r-7'"]),
        ("AccessStatements.UsersByExternalId", (account, _) => [Text(account), "'x7'", "2"]),
        ("AccessStatements.ScanMemberships", (account, users) => [Text(account), Half(users), "101"]),
        ("AccessStatements.ScanUsers", (account, _) => [Text(account), "'user-200'", "51"]),
        ("KeyStatements.List", (account, users) => [Text(account), "5", $"{users / 4}", "51"]),
        ("LogStatements.List", (account, users) => [Text(account), Half(users), "101"]),
    ];

    [Fact]
    public async Task No_statement_sorts_or_scans_or_walks_the_account()
    {
        await using var explainer = await Explainer.OpenAsync(await TestTables.CreateAsync());
        var indexes = await explainer.IndexColumnsAsync();
        foreach (var (name, text) in EveryStatement.OnPostgres)
        {
            Complaints(name, await explainer.PlanAsync(text), indexes).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public async Task The_plans_are_the_same_for_empty_tables_for_full_ones_and_for_analyzed_ones()
    {
        var connection = await TestTables.CreateAsync();
        await using var explainer = await Explainer.OpenAsync(connection);
        var empty = await PlansAsync(explainer);

        await TestTables.RunAsync(connection, Crowd.Account(Crowd.Big, Crowd.BigUsers));
        (await PlansAsync(explainer)).ShouldBe(empty);
        await TestTables.RunAsync(connection, "VACUUM ANALYZE");
        (await PlansAsync(explainer)).ShouldBe(empty);

        await TestTables.RunAsync(connection, Crowd.SingleUsers(2 * Crowd.BigUsers));
        await TestTables.RunAsync(connection, "VACUUM ANALYZE");
        (await PlansAsync(explainer)).ShouldBe(empty);
    }

    [Fact]
    public async Task A_page_in_the_middle_costs_the_page_and_a_look_up_the_row()
    {
        var connection = await TestTables.CreateAsync();
        await using var explainer = await Explainer.OpenAsync(connection);
        await TestTables.RunAsync(connection, Crowd.Account(Crowd.Big, Crowd.BigUsers));
        await TestTables.RunAsync(connection, Crowd.Account(Crowd.Small, Crowd.SmallUsers));
        await TestTables.RunAsync(connection, "VACUUM ANALYZE");
        foreach (var (name, values) in Questions)
        {
            var (big, small) = (await PagesAsync(Crowd.Big, Crowd.BigUsers), await PagesAsync(Crowd.Small, Crowd.SmallUsers));
            big.Rows.ShouldBe(small.Rows, name);
            small.Rows.ShouldBePositive(name);

            // A tree of a table fifty times as big is one level deeper, and its rows lie further apart.
            ((double)big.Pages).ShouldBeLessThan((3 * small.Pages) + 10, name);

            Task<PlanNode> PagesAsync(string account, int users) => explainer.RunAsync(EveryStatement.OnPostgres[name], values(account, users));
        }
    }

    [Theory]
    [InlineData("SELECT user_id FROM users WHERE account = $1 ORDER BY phone", "Sort")]
    [InlineData("SELECT user_id FROM users WHERE phone = $1", "Seq Scan")]
    [InlineData("SELECT user_id FROM users WHERE account = $1 AND phone = $2", "walks")]
    [InlineData("SELECT role FROM memberships WHERE account = $1 AND scope_kind < 3 AND member_kind = 1 AND member_id = $2", "walks")]
    [InlineData("SELECT count(*) FROM keys k JOIN users u ON u.account = k.account AND u.user_id = k.owner WHERE k.account = $1", "Aggregate")]
    public async Task A_plan_that_is_none_is_told(string statement, string complaint)
    {
        await using var explainer = await Explainer.OpenAsync(await TestTables.CreateAsync());

        Complaints("", await explainer.PlanAsync(statement), await explainer.IndexColumnsAsync()).ShouldContain(it => it.Contains(complaint));
    }

    private static string Text(string value) => $"'{value}'";

    private static string Half(int users) => $"{users / 2}";

    private static async Task<IReadOnlyList<string>> PlansAsync(Explainer explainer)
    {
        var plans = new List<string>();
        foreach (var (name, text) in EveryStatement.OnPostgres)
        {
            plans.Add($"{name}\n{await explainer.PlanAsync(text)}");
        }

        return plans;
    }

    private static IEnumerable<string> Complaints(string name, PlanNode plan, ILookup<string, string> indexes)
    {
        // What reads none of our tables asks the server about itself.
        foreach (var step in plan.All.Where(_ => plan.All.Any(it => it.Reads)))
        {
            if (!Steps.Contains(step.Kind) && !(step.Kind == "Sort" && name == HasOneRow) && !(step.Kind == "Aggregate" && Counts.Contains(name)))
            {
                yield return $"{step.Kind} in\n{plan}";
            }

            if (step.IndexCondition is { } condition && step.Table != "accounts" && !MeansTheWholeAccount.Contains(name)
                && Walks(condition, [.. indexes[step.Index!]]))
            {
                yield return $"walks through {step.Index} in\n{plan}";
            }
        }
    }

    /// <summary>What is looked for must be together in the index: be its beginning, and more than the account.</summary>
    private static bool Walks(string condition, string[] columns)
    {
        var equal = columns.Where(column => condition.Contains($"({column} = ")).ToArray();
        return !equal.SequenceEqual(columns.Take(equal.Length)) || (condition.Contains("(account = ") && !condition.Contains(" AND "));
    }
}
