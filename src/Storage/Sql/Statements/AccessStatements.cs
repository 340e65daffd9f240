namespace Roster.Storage.Sql.Statements;

/// <summary>What an account says about access besides memberships and roles.</summary>
internal static class AccessStatements
{
    public const string FindSettings = "SELECT subject_types, shows_reasons, changed_in FROM access_settings WHERE account = $1";

    public const string ChangeSettings =
        """
        INSERT INTO access_settings (account, subject_types, shows_reasons, changed_in) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account) DO UPDATE
        SET subject_types = excluded.subject_types, shows_reasons = excluded.shows_reasons, changed_in = excluded.changed_in
        """;

    public const string FindAttributes = "SELECT attributes FROM user_attributes WHERE account = $1 AND user_id = $2";

    public const string SetAttributes =
        """
        INSERT INTO user_attributes (account, user_id, attributes) VALUES ($1, $2, $3)
        ON CONFLICT (account, user_id) DO UPDATE SET attributes = excluded.attributes
        """;

    public const string EndAttributes = "DELETE FROM user_attributes WHERE account = $1 AND user_id = $2";

    public const string UsersByExternalId =
        $"""
        SELECT {UserStatements.Columns} FROM users u
        WHERE u.account = $1 AND u.deleted_in IS NULL AND u.{Through.ExternalId} AND u.external_id = $2
            AND substr(u.external_id, 1, 200) = substr($2, 1, 200)
        LIMIT $3
        """;

    private const string SelectTypes =
        "SELECT name, ids, home_kind, home_id, number, created_at, changed_in, changed_at FROM resource_types WHERE account = $1";

    public const string FindType = $"{SelectTypes} AND name = $2";

    public const string ListTypes = $"{SelectTypes} AND name > $2 ORDER BY name LIMIT $3";

    public const string DefineType =
        """
        INSERT INTO resource_types (account, name, ids, home_kind, home_id, number, changed_in, created_at, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $7)
        ON CONFLICT (account, name) DO UPDATE
        SET ids = excluded.ids, home_kind = excluded.home_kind, home_id = excluded.home_id,
            changed_in = excluded.changed_in, changed_at = excluded.changed_at
        """;

    public const string RemoveType = "DELETE FROM resource_types WHERE account = $1 AND name = $2";

    private const string SelectResources =
        """
        SELECT type, resource_id, scope_kind, scope_id, attributes, number, created_at, changed_in, changed_at
        FROM resources WHERE account = $1
        """;

    public const string FindResource = $"{SelectResources} AND type = $2 AND resource_id = $3";

    public const string ListResources = $"{SelectResources} AND type = $2 AND resource_id > $3 ORDER BY resource_id LIMIT $4";

    public const string Register =
        """
        INSERT INTO resources (account, type, resource_id, scope_kind, scope_id, attributes, number, changed_in, created_at, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $8)
        ON CONFLICT (account, type, resource_id) DO UPDATE
        SET scope_kind = excluded.scope_kind, scope_id = excluded.scope_id, attributes = excluded.attributes,
            changed_in = excluded.changed_in, changed_at = excluded.changed_at
        """;

    public const string RemoveResource = "DELETE FROM resources WHERE account = $1 AND type = $2 AND resource_id = $3";

    public const string RemoveResourcesInScope =
        $"DELETE FROM resources WHERE account = $1 AND {Through.Place} AND scope_kind = $2 AND scope_id = $3";

    public const string ScanScopes =
        """
        SELECT kind, scope_id, parent_kind, parent_id FROM scopes
        WHERE account = $1 AND ended_in IS NULL AND (kind, scope_id) > ($2, $3)
        ORDER BY kind, scope_id LIMIT $4
        """;

    public const string ScanUsers =
        "SELECT user_id, active FROM users WHERE account = $1 AND deleted_in IS NULL AND user_id > $2 ORDER BY user_id LIMIT $3";

    /// <summary>Those in ended scopes too, which whoever knows the scopes can tell.</summary>
    public const string ScanMemberships =
        $"""
        SELECT number, scope_kind, scope_id, member_kind, member_id, role, until_at FROM memberships
        WHERE account = $1 AND {Through.Number} AND number > $2
        ORDER BY number LIMIT $3
        """;
}
