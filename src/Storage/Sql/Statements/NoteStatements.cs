namespace Roster.Storage.Sql.Statements;

internal static class NoteStatements
{
    public const string Find = "SELECT content FROM notes WHERE account = $1 AND name = $2 AND made_at > $3";

    public const string Leave =
        """
        INSERT INTO notes (account, name, made_at, content) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account, name) DO UPDATE SET made_at = excluded.made_at, content = excluded.content
        """;

    /// <summary>The oldest of the expired: more than one note takes the place of, so that they become fewer, and never a day's at once.</summary>
    public const string DeleteExpired =
        $"""
        DELETE FROM notes
        WHERE account = $1 AND {Through.Age} AND made_at <= COALESCE(
            (SELECT made_at FROM notes WHERE account = $1 AND {Through.Age} AND made_at <= $2 ORDER BY made_at LIMIT 1 OFFSET 100), $2)
        """;

    public const string DeleteAll = "DELETE FROM notes WHERE account = $1";
}
