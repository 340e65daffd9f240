namespace Roster.Storage.Sql.Statements;

/// <summary>Teams are scopes of kind 5, a membership in one is a seat, and as a member a team is of kind 2.</summary>
internal static class TeamStatements
{
    public const string List =
        $"""
        SELECT s.kind, s.scope_id, s.parent_kind, s.parent_id, s.number, s.name, s.service, s.settings, s.created_at, s.changed_in,
            s.changed_at, s.external_id, (
            SELECT m.role FROM memberships m
            WHERE m.account = $1 AND m.scope_kind = 1 AND m.scope_id = $1 AND m.member_kind = 2 AND m.member_id = s.scope_id
                AND (m.until_at IS NULL OR m.until_at > $2)) AS role
        FROM scopes s
        WHERE s.account = $1 AND s.kind = 5 AND s.ended_in IS NULL AND s.{Through.Number} AND s.number > $3
        ORDER BY s.number LIMIT $4
        """;

    public const string ListSeatsByActive =
        $"""
        SELECT {MembershipStatements.Columns} FROM memberships m
        WHERE m.account = $1 AND m.{Through.Teams} AND m.scope_kind = 5 AND m.scope_id = $3 AND m.member_active = $4
            AND m.number > $5 AND {MembershipStatements.Living}
        ORDER BY m.number LIMIT $6
        """;

    /// <summary>
    /// Compared so that PostgreSQL does not search an index through for what stands behind another column in it; with the number, so
    /// that SQLite looks for the member, and not for all seats of the account.
    /// </summary>
    private const string IsSeat = "m.number > 0 AND m.scope_kind > 4";

    private const string TeamRole =
        """
        t.account = $1 AND t.member_kind = 2 AND t.member_id = m.scope_id AND (t.until_at IS NULL OR t.until_at > $2) AND (
                SELECT s.ended_in FROM scopes s
                WHERE s.account = $1 AND s.kind = t.scope_kind AND s.scope_id = t.scope_id) IS NULL
        """;

    /// <summary>What the user's teams hold in one scope.</summary>
    public const string LevelThrough =
        $"""
        SELECT MAX((SELECT t.level FROM memberships t WHERE {TeamRole} AND t.scope_kind = $4 AND t.scope_id = $5))
        FROM memberships m
        WHERE m.account = $1 AND m.{Through.Member} AND m.member_kind = 1 AND m.member_id = $3 AND {IsSeat}
            AND {MembershipStatements.Living}
        """;

    /// <summary>What the user's teams hold anywhere.</summary>
    public const string HighestThrough =
        $"""
        SELECT MAX((SELECT MAX(t.level) FROM memberships t WHERE {TeamRole} AND t.{Through.Member}))
        FROM memberships m
        WHERE m.account = $1 AND m.{Through.Member} AND m.member_kind = 1 AND m.member_id = $3 AND {IsSeat}
            AND {MembershipStatements.Living}
        """;

    public const string Bump =
        "UPDATE scopes SET changed_in = $3, changed_at = $4 WHERE account = $1 AND kind = 5 AND scope_id = $2 AND ended_in IS NULL";

    /// <summary>
    /// Every team that the user sits in. Each is there, so that nothing is ever inserted; the columns that no index of memberships
    /// has keep PostgreSQL from reading all seats of the account in one that has the rest.
    /// </summary>
    public const string BumpOfUser =
        $"""
        INSERT INTO scopes (account, kind, scope_id, parent_kind, parent_id, name, number, created_at, changed_in, changed_at)
        SELECT m.account, m.scope_kind, m.scope_id, 1, m.account, '', m.member_number, m.created_at, $3, $4
        FROM memberships m
        WHERE m.account = $1 AND m.{Through.Member} AND m.member_kind = 1 AND m.member_id = $2 AND {IsSeat}
            AND {MembershipStatements.Reachable}
        ON CONFLICT (account, kind, scope_id) DO UPDATE
        SET changed_in = excluded.changed_in, changed_at = excluded.changed_at
        """;
}
