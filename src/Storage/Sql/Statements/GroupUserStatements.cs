namespace Roster.Storage.Sql.Statements;

/// <summary>
/// Who reaches a group, by the user's number. Each stream comes in order from an index of its own and they are merged, so
/// that a page costs the page even where the whole account reaches the group.
/// </summary>
internal static class GroupUserStatements
{
    private const string Unexpired = "(m.until_at IS NULL OR m.until_at > $2)";

    private const string TheUser = "u.account = m.account AND u.user_id = m.member_id AND u.deleted_in IS NULL";

    private const string OwnRole =
        $"""
        SELECT {UserStatements.Columns}, m.role AS own_role, m.member_number AS place
        FROM memberships m CROSS JOIN users u
        WHERE m.account = $1 AND m.scope_kind = 3 AND m.scope_id = $3 AND m.member_kind = 1 AND m.member_number > $4
            AND {Unexpired} AND {TheUser}
        """;

    private const string ThroughAccount =
        $"""
        SELECT {UserStatements.Columns}, NULL AS own_role, m.member_number AS place
        FROM memberships m CROSS JOIN users u
        WHERE m.account = $1 AND m.scope_kind = 1 AND m.scope_id = $1 AND m.member_kind = 1 AND m.cascades = 1
            AND m.member_number > $4 AND {Unexpired} AND {TheUser}
            AND NOT EXISTS (
                SELECT 1 FROM memberships g
                WHERE g.account = $1 AND g.scope_kind = 3 AND g.scope_id = $3 AND g.member_kind = 1 AND g.member_id = m.member_id
                    AND (g.until_at IS NULL OR g.until_at > $2))
        """;

    private const string Page = "ORDER BY place LIMIT $5";

    public const string ListByActive =
        $"""
        {OwnRole} AND m.member_active = $6
        UNION ALL
        {ThroughAccount} AND m.member_active = $6
        {Page}
        """;

    public const string List =
        $"""
        {OwnRole} AND m.member_active = 1
        UNION ALL
        {OwnRole} AND m.member_active = 0
        UNION ALL
        {ThroughAccount} AND m.member_active = 1
        UNION ALL
        {ThroughAccount} AND m.member_active = 0
        {Page}
        """;
}
