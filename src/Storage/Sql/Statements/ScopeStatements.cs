namespace Roster.Storage.Sql.Statements;

internal static class ScopeStatements
{
    private const string Select =
        """
        SELECT kind, scope_id, parent_kind, parent_id, number, name, service, settings, created_at, changed_in, changed_at, external_id
        FROM scopes
        WHERE account = $1 AND kind = $2 AND ended_in IS NULL
        """;

    private const string Children = $"{Select} AND {Through.Parent} AND parent_kind = $5 AND parent_id = $6";

    private const string Page = "AND number > $3 ORDER BY number LIMIT $4";

    public const string Find = $"{Select} AND scope_id = $3";

    public const string IsIdUsed = "SELECT 1 FROM scopes WHERE account = $1 AND kind = $2 AND scope_id = $3";

    public const string List = $"{Select} AND {Through.Number} {Page}";

    // A long name is more than PostgreSQL puts into an index: there its beginning is.
    public const string ListNamed =
        $"{Select} AND {Through.Name} AND name = $5 AND substr(name, 1, 200) = substr($5, 1, 200) {Page}";

    /// <summary>Of teams alone.</summary>
    public const string ListByNameKey = $"{Select} AND {Through.NameKey} AND name_key IS NOT NULL AND name_key = $5 {Page}";

    public const string ListByExternalId =
        $"{Select} AND {Through.ExternalId} AND external_id IS NOT NULL AND substr(external_id, 1, 200) = $5 {Page}";

    public const string ListById = $"{Select} AND scope_id > $3 ORDER BY scope_id LIMIT $4";

    public const string Count =
        $"""
        SELECT COUNT(*) FROM (
            SELECT 1 FROM scopes s WHERE s.account = $1 AND s.kind = $2 AND s.ended_in IS NULL AND s.{Through.Number} AND s.number > 0 LIMIT $3)
            AS counted
        """;

    public const string ListChildren = $"{Children} {Page}";

    public const string ListChildrenNamed = $"{Children} AND name = $7 {Page}";

    public const string Create =
        """
        INSERT INTO scopes
            (account, kind, scope_id, parent_kind, parent_id, name, service, settings, number, changed_in, created_at, changed_at,
             name_key, external_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $10, $11, $12)
        """;

    public const string Change =
        """
        UPDATE scopes
        SET name = COALESCE($4, name), settings = CASE $5 WHEN 1 THEN $6 ELSE settings END, changed_in = $7, changed_at = $8,
            name_key = CASE WHEN $4 IS NULL THEN name_key ELSE $9 END, external_id = CASE $10 WHEN 1 THEN $11 ELSE external_id END
        WHERE account = $1 AND kind = $2 AND scope_id = $3 AND ended_in IS NULL
        """;

    public const string End =
        """
        UPDATE scopes
        SET name = '', settings = NULL, name_key = NULL, external_id = NULL, ended_in = $4, changed_in = $4, changed_at = $5
        WHERE account = $1 AND kind = $2 AND scope_id = $3 AND ended_in IS NULL
        """;
}
