namespace Roster.Storage.Sql.Statements;

internal static class RoleStatements
{
    private const string Select =
        """
        SELECT name, number, description, kinds, level, permissions, created_at, changed_in, changed_at
        FROM roles
        WHERE account = $1
        """;

    public const string Find = $"{Select} AND name = $2";

    public const string List = $"{Select} AND {Through.Number} AND number > $2 ORDER BY number LIMIT $3";

    public const string Define =
        """
        INSERT INTO roles (account, name, description, kinds, level, permissions, number, changed_in, created_at, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $8)
        """;

    public const string Redefine =
        """
        UPDATE roles
        SET description = $3, kinds = $4, level = $5, permissions = $6, changed_in = $7, changed_at = $8
        WHERE account = $1 AND name = $2
        """;

    public const string Remove = "DELETE FROM roles WHERE account = $1 AND name = $2";

    /// <summary>Word for word the condition of the index, for either engine to see that it serves.</summary>
    private const string NotStandard =
        """
        m.role NOT IN (
            'Account Administrator', 'Account Analyst', 'Account Reviewer', 'Account Billing',
            'Destination Creator', 'Manage Destination', 'Edit Destination', 'Create Connection',
            'View Destination', 'Manage Connection', 'Edit Connection', 'View Connection',
            'Team Manager', 'Team Member', 'Organization Admin', 'Organization Member',
            'Organization Viewer', 'Owner', 'Billing', 'Destination Administrator',
            'Destination Analyst', 'Connector Creator', 'Destination Reviewer', 'Connector Administrator',
            'Connector Collaborator', 'Connector Reviewer')
        """;

    public const string IsHeld =
        $"""
        SELECT 1 FROM memberships m
        WHERE m.account = $1 AND m.{Through.OwnRoles} AND m.role = $3 AND {NotStandard} AND {MembershipStatements.Living}
        LIMIT 1
        """;
}
