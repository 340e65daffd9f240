namespace Roster.Storage.Sql.Statements;

internal static class ScopeStatements
{
    private const string Select =
        """
        SELECT kind, scope_id, parent_kind, parent_id, number, name, service, settings, created_at, changed_in, changed_at
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

    public const string ListChildren = $"{Children} {Page}";

    public const string ListChildrenNamed = $"{Children} AND name = $7 {Page}";

    public const string Create =
        """
        INSERT INTO scopes
            (account, kind, scope_id, parent_kind, parent_id, name, service, settings, number, changed_in, created_at, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $10)
        """;

    public const string Change =
        """
        UPDATE scopes
        SET name = COALESCE($4, name), settings = CASE $5 WHEN 1 THEN $6 ELSE settings END, changed_in = $7, changed_at = $8
        WHERE account = $1 AND kind = $2 AND scope_id = $3 AND ended_in IS NULL
        """;

    public const string End =
        """
        UPDATE scopes
        SET name = '', settings = NULL, ended_in = $4, changed_in = $4, changed_at = $5
        WHERE account = $1 AND kind = $2 AND scope_id = $3 AND ended_in IS NULL
        """;
}
