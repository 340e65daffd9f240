namespace Roster.Storage.Sql.Statements;

/// <summary>
/// Who reaches a group, by the user's number. Each stream comes in order from an index of its own and they are merged, so
/// that a page costs the page even where the whole account reaches the group. PostgreSQL merges what says its order itself.
/// </summary>
internal static class GroupUserStatements
{
    private const string Unexpired = "(m.until_at IS NULL OR m.until_at > $2)";

    private const string TheUser = "u.account = m.account AND u.user_id = m.member_id AND u.deleted_in IS NULL";

    private const string OwnRole =
        $"""
        SELECT {UserStatements.Columns}, m.role AS own_role, m.member_number AS place
        FROM memberships m CROSS JOIN users u
        WHERE m.account = $1 AND m.{Through.Groups} AND m.scope_kind = 3 AND m.scope_id = $3 AND m.member_kind = 1
            AND m.member_number > $4 AND {Unexpired} AND {TheUser}
        """;

    private const string ThroughAccount =
        $"""
        SELECT {UserStatements.Columns}, NULL AS own_role, m.member_number AS place
        FROM memberships m CROSS JOIN users u
        WHERE m.account = $1 AND m.scope_kind = 1 AND m.scope_id = $1 AND m.member_kind = 1 AND m.cascades = 1
            AND m.member_number > $4 AND {Unexpired} AND {TheUser}
            AND (
                SELECT 1 FROM memberships g
                WHERE g.account = $1 AND g.scope_kind = 3 AND g.scope_id = $3 AND g.member_kind = 1 AND g.member_id = m.member_id
                    AND (g.until_at IS NULL OR g.until_at > $2)) IS NULL
        """;

    private const string Page = "ORDER BY place LIMIT $5";

    public const string ListByActive =
        $"""
        SELECT * FROM ({OwnRole} AND m.member_active = $6 ORDER BY place) AS own
        UNION ALL
        SELECT * FROM ({ThroughAccount} AND m.member_active = $6 ORDER BY place) AS through_account
        {Page}
        """;

    public const string List =
        $"""
        SELECT * FROM ({OwnRole} AND m.member_active = 1 ORDER BY place) AS own_active
        UNION ALL
        SELECT * FROM ({OwnRole} AND m.member_active = 0 ORDER BY place) AS own_inactive
        UNION ALL
        SELECT * FROM ({ThroughAccount} AND m.member_active = 1 ORDER BY place) AS through_account_active
        UNION ALL
        SELECT * FROM ({ThroughAccount} AND m.member_active = 0 ORDER BY place) AS through_account_inactive
        {Page}
        """;
}
