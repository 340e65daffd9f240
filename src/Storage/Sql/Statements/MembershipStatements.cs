namespace Roster.Storage.Sql.Statements;

/// <summary>In the reading ones <c>$1</c> is the account and <c>$2</c> now.</summary>
/// <remarks>
/// What another table says of a row is asked row by row. PostgreSQL plans a join by how many rows it expects, and where it
/// expects one it may walk the account for each.
/// </remarks>
internal static class MembershipStatements
{
    public const string Columns =
        """
        m.member_kind, m.member_id, m.scope_kind, m.scope_id, m.number, m.role, m.level, m.until_at,
        m.created_at, m.given_by, m.door, m.changed_in, m.changed_at
        """;

    private const string Unexpired = "(m.until_at IS NULL OR m.until_at > $2)";

    /// <summary>The rows of an ended scope may still be there, waiting to be deleted.</summary>
    internal const string Reachable =
        """
        (SELECT s.ended_in FROM scopes s WHERE s.account = $1 AND s.kind = m.scope_kind AND s.scope_id = m.scope_id) IS NULL
        """;

    internal const string Living = $"{Unexpired} AND {Reachable}";

    private const string Select = $"SELECT {Columns} FROM memberships m WHERE m.account = $1 AND {Living}";

    private const string InScope = "m.scope_kind = $3 AND m.scope_id = $4";

    private const string OfMember = $"m.{Through.Member} AND m.member_kind = $7 AND m.member_id = $8";

    private const string Page =
        "AND ($3 = 0 OR m.scope_kind = $3) AND ($4 = '' OR m.role = $4) AND m.number > $5 ORDER BY m.number LIMIT $6";

    public const string Find = $"{Select} AND {InScope} AND m.member_kind = $5 AND m.member_id = $6";

    public const string List = $"{Select} AND m.{Through.Number} {Page}";

    public const string ListOfMember = $"{Select} AND {OfMember} {Page}";

    public const string ListInScope = $"{Select} AND m.{Through.Scope} AND m.scope_kind = $7 AND m.scope_id = $8 {Page}";

    public const string ListOfMemberInScope =
        $"{Select} AND m.member_kind = $7 AND m.member_id = $8 AND m.scope_kind = $9 AND m.scope_id = $10 {Page}";

    /// <summary>Of users: an equation with their kind would look as if the index could find them by it.</summary>
    public const string ListByPlace =
        $"""
        SELECT {Columns},
            (SELECT u.name FROM users u WHERE u.account = $1 AND u.user_id = m.member_id) AS name,
            (SELECT u.fold FROM users u WHERE u.account = $1 AND u.user_id = m.member_id) AS fold
        FROM memberships m
        WHERE m.account = $1 AND (m.scope_kind, m.scope_id, m.member_kind, m.member_id) > ($3, $4, 1, $5)
            AND m.member_kind <> 2 AND {Living}
        ORDER BY m.scope_kind, m.scope_id, m.member_kind, m.member_id LIMIT $6
        """;

    public const string HighestLevel =
        $"""
        SELECT MAX(m.level) FROM memberships m
        WHERE m.account = $1 AND m.{Through.Member} AND m.member_kind = $3 AND m.member_id = $4 AND {Living}
        """;

    public const string Owners =
        $"""
        SELECT m.member_id
        FROM memberships m
        WHERE m.account = $1 AND m.{Through.Level} AND m.scope_kind = 1 AND m.scope_id = $1 AND m.level = 3 AND m.member_kind = 1
            AND m.until_at IS NULL
            AND (
                SELECT u.pending FROM users u
                WHERE u.account = $1 AND u.user_id = m.member_id AND u.deleted_in IS NULL AND u.active = 1) = 0
        LIMIT $2
        """;

    /// <summary>Who is deleted holds no role.</summary>
    public const string RoleHolders =
        $"""
        SELECT {Columns}, (SELECT u.fold FROM users u WHERE u.account = $1 AND u.user_id = m.member_id) AS fold
        FROM memberships m
        WHERE m.account = $1 AND m.{Through.Level} AND {InScope} AND m.level = $5 AND m.member_kind = 1 AND m.member_id > $6
            AND {Living}
        ORDER BY m.member_id LIMIT $7
        """;

    public const string NextEnd =
        $"""
        SELECT m.until_at FROM memberships m
        WHERE m.account = $1 AND m.until_at > $2 AND {Reachable}
        ORDER BY m.until_at LIMIT 1
        """;

    public const string End =
        """
        DELETE FROM memberships
        WHERE account = $1 AND scope_kind = $2 AND scope_id = $3 AND member_kind = $4 AND member_id = $5
        """;

    private const string RowsInScope = "FROM memberships WHERE account = $1 AND scope_kind = $2 AND scope_id = $3";

    /// <summary>Only where the scope has so many memberships: they are unreachable now, and are deleted a chunk at a time.</summary>
    public const string PurgeLater =
        $"""
        INSERT INTO purges (account, scope_kind, scope_id)
        SELECT $1, $2, $3
        WHERE (SELECT COUNT(*) FROM (SELECT 1 {RowsInScope} LIMIT $4) AS counted) >= $4
        """;

    public const string EndInScope =
        $"""
        DELETE {RowsInScope}
            AND NOT EXISTS (SELECT 1 FROM purges p WHERE p.account = $1 AND p.scope_kind = $2 AND p.scope_id = $3)
        """;

    public const string EndOfMember =
        $"DELETE FROM memberships WHERE account = $1 AND {Through.Member} AND member_kind = $2 AND member_id = $3";

    /// <summary>Kind 5 is a seat in a team, which is no role.</summary>
    public const string EndRolesOfMember = $"{EndOfMember} AND scope_kind <> 5";

    public const string MarkMemberActive =
        $"UPDATE memberships SET member_active = $4 WHERE account = $1 AND {Through.Member} AND member_kind = $2 AND member_id = $3";

    private const string GiveTo =
        """
        INSERT INTO memberships
            (account, scope_kind, scope_id, member_kind, member_id, member_number, role, level, cascades, until_at,
             given_by, door, number, changed_in, created_at, changed_at, member_active)
        """;

    /// <summary>Replaces a row that has expired, and no other.</summary>
    private const string OrAgain =
        """
        ON CONFLICT (account, scope_kind, scope_id, member_kind, member_id) DO UPDATE
        SET member_number = excluded.member_number, member_active = excluded.member_active, role = excluded.role,
            level = excluded.level, cascades = excluded.cascades, until_at = excluded.until_at, given_by = excluded.given_by,
            door = excluded.door, number = excluded.number, changed_in = excluded.changed_in,
            created_at = excluded.created_at, changed_at = excluded.changed_at
        WHERE memberships.until_at <= $14
        """;

    /// <summary>A list of values with a subquery in it is not for Citus; a selection from the same account's tables is.</summary>
    public const string GiveToUser =
        $"""
        {GiveTo}
        SELECT u.account, $2, $3, $4, u.user_id, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14, $14, u.active
        FROM users u
        WHERE u.account = $1 AND u.user_id = $5
        {OrAgain}
        """;

    public const string GiveToTeam =
        $"""
        {GiveTo}
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14, $14, 1)
        {OrAgain}
        """;

    public const string Change =
        """
        UPDATE memberships
        SET role = $6, level = $7, cascades = $8, until_at = $9, changed_in = $10, changed_at = $11
        WHERE account = $1 AND scope_kind = $2 AND scope_id = $3 AND member_kind = $4 AND member_id = $5
        """;

    private const string Regroup =
        """
        ON CONFLICT (account, scope_kind, scope_id, level) DO UPDATE
        SET changed_in = excluded.changed_in, changed_at = excluded.changed_at
        """;

    public const string BumpRoleGroup =
        $"""
        INSERT INTO role_groups (account, scope_kind, scope_id, level, changed_in, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        {Regroup}
        """;

    /// <summary>
    /// Every role group that the member is in: those of the account and of organizations. With the number SQLite looks for the member;
    /// else it reads all of the account's in an index that has the rest.
    /// </summary>
    public const string BumpRoleGroupsOfMember =
        $"""
        INSERT INTO role_groups (account, scope_kind, scope_id, level, changed_in, changed_at)
        SELECT m.account, m.scope_kind, m.scope_id, m.level, $3, $4
        FROM memberships m
        WHERE m.account = $1 AND m.{Through.Member} AND m.member_kind = $5 AND m.member_id = $2 AND m.number > 0
            AND m.scope_kind <= 2 AND {Reachable}
        {Regroup}
        """;
}
