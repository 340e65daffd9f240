namespace Roster.Storage.Sql.Statements;

internal static class LogStatements
{
    public const string Append =
        """
        INSERT INTO changes (account, revision, set_first, token, at, actor, door, kind, version, facts, personal)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    public const string List =
        """
        SELECT revision, set_first, at, actor, door, kind, version, facts, personal, token
        FROM changes
        WHERE account = $1 AND revision > $2
        ORDER BY revision LIMIT $3
        """;
}
