namespace Roster.Storage.Sql.Statements;

internal static class UserStatements
{
    public const string Columns =
        """
        u.user_id, u.number, u.name, u.fold, u.given_name, u.family_name, u.phone, u.picture, u.external_id, u.user_schema,
        u.active, u.pending, u.verified, u.created_at, u.changed_in, u.changed_at, u.display_name, u.profile
        """;

    private const string Select = $"SELECT {Columns} FROM users u WHERE u.account = $1 AND u.deleted_in IS NULL";

    private const string Page = "AND u.number > $2 ORDER BY u.number LIMIT $3";

    public const string Find = $"{Select} AND u.user_id = $2";

    public const string FindNamed = $"{Select} AND u.{Through.Fold} AND u.fold = $2";

    public const string FindDeletedNamed =
        $"""
        SELECT user_id FROM users
        WHERE account = $1 AND {Through.Fold} AND fold = $2 AND deleted_in IS NOT NULL
        ORDER BY deleted_in DESC LIMIT 1
        """;

    public const string IsIdUsed = "SELECT 1 FROM users WHERE account = $1 AND user_id = $2";

    private const string SelectInAccount =
        $"""
        SELECT {Columns}, (
            SELECT m.role FROM memberships m
            WHERE m.account = $1 AND m.scope_kind = 1 AND m.scope_id = $1 AND m.member_kind = 1 AND m.member_id = u.user_id
                AND (m.until_at IS NULL OR m.until_at > $4)) AS role
        FROM users u
        WHERE u.account = $1 AND u.deleted_in IS NULL
        """;

    public const string List = $"{SelectInAccount} AND u.{Through.Number} {Page}";

    public const string ListByActive = $"{SelectInAccount} AND u.{Through.Active} AND u.active = $5 {Page}";

    public const string ListById = $"{Select} AND u.user_id > $2 ORDER BY u.user_id LIMIT $3";

    public const string ListByName = $"{Select} AND u.{Through.Fold} AND u.fold > $2 ORDER BY u.fold LIMIT $3";

    public const string Count =
        $"""
        SELECT COUNT(*) FROM (
            SELECT 1 FROM users u WHERE u.account = $1 AND u.deleted_in IS NULL AND u.{Through.Number} AND u.number > 0 LIMIT $2) AS counted
        """;

    public const string Create =
        """
        INSERT INTO users
            (account, user_id, name, fold, given_name, family_name, phone, picture, external_id, user_schema,
             active, pending, verified, number, changed_in, created_at, changed_at, display_name, profile, given_key, family_key, display_key)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, $13, $13, $14, $14, $15, $16, $17, $18, $19)
        """;

    public const string Revive =
        """
        UPDATE users
        SET name = $3, fold = $4, given_name = $5, family_name = $6, phone = $7, picture = $8, external_id = $9, user_schema = $10,
            active = $11, pending = $12, verified = 0,
            number = $13, changed_in = $13, created_at = $14, changed_at = $14, display_name = $15, profile = $16,
            given_key = $17, family_key = $18, display_key = $19, deleted_in = NULL
        WHERE account = $1 AND user_id = $2 AND deleted_in IS NOT NULL
        """;

    /// <summary>A value is taken where the number before it is 1.</summary>
    public const string Change =
        """
        UPDATE users
        SET name = COALESCE($5, name),
            fold = COALESCE($6, fold),
            given_name = CASE $7 WHEN 1 THEN $8 ELSE given_name END,
            family_name = CASE $9 WHEN 1 THEN $10 ELSE family_name END,
            phone = CASE $11 WHEN 1 THEN $12 ELSE phone END,
            picture = CASE $13 WHEN 1 THEN $14 ELSE picture END,
            external_id = CASE $15 WHEN 1 THEN $16 ELSE external_id END,
            user_schema = CASE $17 WHEN 1 THEN $18 ELSE user_schema END,
            display_name = CASE $19 WHEN 1 THEN $20 ELSE display_name END,
            profile = CASE $21 WHEN 1 THEN $22 ELSE profile END,
            given_key = CASE $7 WHEN 1 THEN $23 ELSE given_key END,
            family_key = CASE $9 WHEN 1 THEN $24 ELSE family_key END,
            display_key = CASE $19 WHEN 1 THEN $25 ELSE display_key END,
            changed_in = $3, changed_at = $4
        WHERE account = $1 AND user_id = $2 AND deleted_in IS NULL
        """;

    private const string Touch = "UPDATE users SET changed_in = $3, changed_at = $4";

    private const string Living = "WHERE account = $1 AND user_id = $2 AND deleted_in IS NULL";

    public const string Bump = $"{Touch} {Living}";

    public const string Activate = $"{Touch}, active = 1 {Living}";

    public const string Deactivate = $"{Touch}, active = 0 {Living}";

    public const string Verify = $"{Touch}, pending = 0, verified = 1 {Living}";

    public const string Unverify = $"{Touch}, verified = 0 {Living}";

    /// <summary>Nothing personal stays but the fold, by which the user can be revived.</summary>
    public const string Delete =
        $"""
        {Touch}, deleted_in = $3, name = '', given_name = NULL, family_name = NULL, phone = NULL, picture = NULL,
            external_id = NULL, user_schema = NULL, display_name = NULL, profile = NULL, given_key = NULL, family_key = NULL,
            display_key = NULL, active = 0, pending = 0, verified = 0
        {Living}
        """;
}
