namespace Roster.Storage.Sql.Statements;

/// <summary>Users by one thing that an index serves: page by page in creation order, or else the numbers of all whom it finds.</summary>
internal static class UserSearchStatements
{
    private const string Living = "FROM users u WHERE u.account = $1 AND u.deleted_in IS NULL";

    private const string Select = $"SELECT {UserStatements.Columns} {Living}";

    private const string Everyone = $"{Living} AND u.{Through.Number} AND u.number > $2";

    private const string WhoAreActive = $"{Living} AND u.{Through.Active} AND u.active = $3 AND u.number > $2";

    /// <summary>Who is deleted sits nowhere, and whether the team has ended is asked once.</summary>
    private const string Seats =
        $"""
        FROM memberships m
        WHERE m.account = $1 AND m.{Through.Seats} AND m.scope_kind = 5 AND m.scope_id = $3 AND m.member_number > $2
            AND (m.until_at IS NULL OR m.until_at > $4)
        """;

    public const string FindNumbered = $"{Select} AND u.{Through.Number} AND u.number = $2";

    public const string List = $"SELECT {UserStatements.Columns} {Everyone} ORDER BY u.number LIMIT $3";

    public const string ListByActive = $"SELECT {UserStatements.Columns} {WhoAreActive} ORDER BY u.number LIMIT $4";

    public const string SkipAll = $"SELECT u.number {Everyone} ORDER BY u.number LIMIT 1 OFFSET $3";

    public const string SkipByActive = $"SELECT u.number {WhoAreActive} ORDER BY u.number LIMIT 1 OFFSET $4";

    public const string SkipSeats = $"SELECT m.member_number {Seats} ORDER BY m.member_number LIMIT 1 OFFSET $5";

    public const string ListSeats = $"SELECT m.member_number {Seats} ORDER BY m.member_number LIMIT $5";

    public const string CountAll = $"SELECT COUNT(*) FROM (SELECT 1 {Everyone} LIMIT $3) AS counted";

    public const string CountByActive = $"SELECT COUNT(*) FROM (SELECT 1 {WhoAreActive} LIMIT $4) AS counted";

    public const string CountSeats = $"SELECT COUNT(*) FROM (SELECT 1 {Seats} LIMIT $5) AS counted";

    /// <summary>When the first user of that number or a later one was created, which is never before those of earlier numbers.</summary>
    public const string CreatedFrom =
        $"SELECT u.created_at, u.number {Living} AND u.{Through.Number} AND u.number >= $2 ORDER BY u.number LIMIT 1";

    private const string Number = $"SELECT u.number {Living}";

    public const string ById = $"{Number} AND u.user_id = $2";

    public const string ByName = $"{Number} AND u.{Through.Fold} AND u.fold >= $2 AND u.fold < $3";

    public const string ByGivenName =
        $"{Number} AND u.{Through.Given} AND u.given_key IS NOT NULL AND u.given_key >= $2 AND u.given_key < $3";

    public const string ByFamilyName =
        $"{Number} AND u.{Through.Family} AND u.family_key IS NOT NULL AND u.family_key >= $2 AND u.family_key < $3";

    public const string ByDisplayName =
        $"{Number} AND u.{Through.Display} AND u.display_key IS NOT NULL AND u.display_key >= $2 AND u.display_key < $3";

    public const string ByExternalId =
        $"""
        {Number} AND u.{Through.ExternalId} AND u.external_id IS NOT NULL
            AND substr(u.external_id, 1, 200) >= $2 AND substr(u.external_id, 1, 200) < $3
        """;

    public const string ByTerm =
        $"""
        SELECT t.number FROM user_terms t
        WHERE t.account = $1 AND t.{Through.Value} AND t.kind = $2 AND t.value >= $3 AND t.value < $4
        """;

    public const string ByLevel =
        $"""
        SELECT m.member_number FROM memberships m
        WHERE m.account = $1 AND m.{Through.Level} AND m.scope_kind = $3 AND m.scope_id = $4 AND m.level = $5 AND m.member_kind = 1
            AND {MembershipStatements.Living}
        """;

    public const string DeleteTerms = "DELETE FROM user_terms WHERE account = $1 AND user_id = $2";

    public const string AddTerm =
        """
        INSERT INTO user_terms (account, user_id, kind, value, number)
        SELECT u.account, u.user_id, $3, $4, u.number FROM users u WHERE u.account = $1 AND u.user_id = $2
        """;
}
