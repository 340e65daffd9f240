namespace Roster.Storage.Sql.Statements;

internal static class AccountStatements
{
    private const string Columns = "account, name, revision, created_at, changed_at, closed_at";

    public const string Find = $"SELECT {Columns} FROM accounts WHERE account = $1";

    public const string Revision = "SELECT revision FROM accounts WHERE account = $1";

    public const string List = $"SELECT {Columns} FROM accounts WHERE account > $1 ORDER BY account LIMIT $2";

    public const string Open =
        "INSERT INTO accounts (account, name, revision, created_at, changed_at) VALUES ($1, $2, 0, $3, $3)";

    public const string Close = "UPDATE accounts SET closed_at = $2 WHERE account = $1";

    /// <summary>The revision that the set was decided at guards against another writer.</summary>
    public const string Advance =
        "UPDATE accounts SET revision = $3, changed_at = $4 WHERE account = $1 AND revision = $2";
}
