using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Postgres;

/// <summary>What makes a statement's plan follow from its text alone, whatever the tables hold and whenever they were analyzed.</summary>
internal static class PlannerRules
{
    // What is off is taken where nothing else will do, at a fictitious cost that must not start the compiler.
    private const string Indexes =
        """
        SELECT set_config('enable_seqscan', 'off', false), set_config('enable_bitmapscan', 'off', false),
            set_config('enable_sort', 'off', false), set_config('jit', 'off', false)
        """;

    // Every text is planned once: the same statements come for ever, and what differs is not in their shape.
    private const string KeptPlans = $"{Indexes}, set_config('plan_cache_mode', 'force_generic_plan', false)";

    private const string JoinedUser = "CROSS JOIN users u";

    // A subquery with an OFFSET is planned by itself: here as one look-up by the primary key, for each row that asks.
    private const string LookedUpUser =
        "CROSS JOIN LATERAL (SELECT * FROM users WHERE account = $1 AND user_id = m.member_id OFFSET 0) u";

    private static readonly string GroupUsers = LookUp(GroupUserStatements.List);

    private static readonly string GroupUsersByActive = LookUp(GroupUserStatements.ListByActive);

    /// <summary>One statement, for the beginning of every session.</summary>
    /// <param name="isDistributed">Citus cannot plan before it knows the account, since that tells the node.</param>
    public static string SettingsOf(bool isDistributed) => isDistributed ? Indexes : KeptPlans;

    /// <summary>The statement as PostgreSQL is to read it. SQLite follows the order of a join as it is written.</summary>
    public static string TextOf(string shared) => shared switch
    {
        GroupUserStatements.List => GroupUsers,
        GroupUserStatements.ListByActive => GroupUsersByActive,
        _ => shared,
    };

    private static string LookUp(string text) => text.Replace(JoinedUser, LookedUpUser, StringComparison.Ordinal);
}
