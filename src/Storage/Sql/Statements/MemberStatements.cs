namespace Roster.Storage.Sql.Statements;

/// <summary>Who is in which group, where teams are groups and so are all of one level in the account or an organization. <c>$2</c> is now.</summary>
internal static class MemberStatements
{
    private const string UserName =
        "(SELECT u.display_name FROM users u WHERE u.account = $1 AND u.user_id = m.member_id)";

    private const string TeamName =
        "(SELECT s.name FROM scopes s WHERE s.account = $1 AND s.kind = 5 AND s.scope_id = m.member_id)";

    private const string InScope = $"m.account = $1 AND m.{Through.Scope} AND m.scope_kind = $3 AND m.scope_id = $4";

    private const string OfLevel =
        $"m.account = $1 AND m.{Through.Level} AND m.scope_kind = $3 AND m.scope_id = $4 AND m.level = $5";

    public const string ListOfTeam =
        $"""
        SELECT m.member_kind, m.member_id, {UserName} AS display_name, m.number, m.level
        FROM memberships m
        WHERE {InScope} AND m.number > $5 AND {MembershipStatements.Living}
        ORDER BY m.number LIMIT $6
        """;

    public const string ListOfLevel =
        $"""
        SELECT m.member_kind, m.member_id, CASE m.member_kind WHEN 1 THEN {UserName} ELSE {TeamName} END AS display_name, m.number, m.level
        FROM memberships m
        WHERE {OfLevel} AND (m.member_kind, m.member_id) > ($6, $7) AND {MembershipStatements.Living}
        ORDER BY m.member_kind, m.member_id LIMIT $8
        """;

    public const string Count =
        $"SELECT COUNT(*) FROM (SELECT 1 FROM memberships m WHERE {InScope} AND {MembershipStatements.Living} LIMIT $5) AS counted";

    public const string CountOfLevel =
        $"SELECT COUNT(*) FROM (SELECT 1 FROM memberships m WHERE {OfLevel} AND {MembershipStatements.Living} LIMIT $6) AS counted";

    /// <summary>The user's own memberships in the account, in organizations and in teams.</summary>
    public const string GroupsOf =
        $"""
        SELECT m.scope_kind, m.scope_id, m.level, (
            SELECT s.name FROM scopes s WHERE s.account = $1 AND s.kind = 5 AND s.kind = m.scope_kind AND s.scope_id = m.scope_id) AS name
        FROM memberships m
        WHERE m.account = $1 AND m.{Through.Member} AND m.member_kind = 1 AND m.member_id = $3 AND m.scope_kind NOT IN (3, 4)
            AND {MembershipStatements.Living}
        ORDER BY m.number
        """;

    /// <summary>What one member, a team, holds in the account and in organizations.</summary>
    public const string LevelsOf =
        $"""
        SELECT m.scope_kind, m.scope_id, m.level FROM memberships m
        WHERE m.account = $1 AND m.{Through.Member} AND m.member_kind = 2 AND m.member_id = $3 AND m.scope_kind NOT IN (3, 4)
            AND {MembershipStatements.Living}
        ORDER BY m.number
        """;

    private const string Kept = "FROM role_groups g WHERE g.account = $1 AND g.scope_kind = $2 AND g.scope_id = $3 AND g.level = $4";

    private const string KeptOfAll =
        $"(SELECT g.external_id {Kept}) AS external_id, (SELECT g.changed_in {Kept}) AS changed_in, (SELECT g.changed_at {Kept}) AS changed_at";

    public const string FindInAccount =
        $"SELECT created_at, 1, {KeptOfAll} FROM accounts WHERE account = $1 AND closed_at IS NULL";

    public const string FindInScope =
        $"""
        SELECT s.created_at, s.number, {KeptOfAll}
        FROM scopes s WHERE s.account = $1 AND s.kind = $2 AND s.scope_id = $3 AND s.ended_in IS NULL
        """;

    // Long ones are more than PostgreSQL puts into an index: there its beginning is.
    public const string ListByExternalId =
        $"""
        SELECT g.scope_kind, g.scope_id, g.level FROM role_groups g
        WHERE g.account = $1 AND g.{Through.ExternalId} AND g.external_id = $2 AND substr(g.external_id, 1, 200) = substr($2, 1, 200)
            AND (SELECT s.ended_in FROM scopes s WHERE s.account = $1 AND s.kind = g.scope_kind AND s.scope_id = g.scope_id) IS NULL
        ORDER BY g.scope_kind, g.scope_id, g.level LIMIT $3
        """;

    public const string SetExternalId =
        """
        INSERT INTO role_groups (account, scope_kind, scope_id, level, external_id, changed_in, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (account, scope_kind, scope_id, level) DO UPDATE
        SET external_id = excluded.external_id, changed_in = excluded.changed_in, changed_at = excluded.changed_at
        """;
}
