namespace Roster.Storage.Copying;

/// <summary>
/// The statements that only a copy needs. In the target's <c>store</c> table <c>copy</c> says of which store it is an unfinished
/// copy, and <c>copy:</c> with an account how far that account is.
/// </summary>
internal static class CopyStatements
{
    public const string MarkPrefix = "copy:";

    public const string Value = "SELECT value FROM store WHERE name = $1";

    public const string Put =
        "INSERT INTO store (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

    public const string Remove = "DELETE FROM store WHERE name = $1";

    /// <summary>A semicolon is what comes after a colon.</summary>
    public const string RemoveMarks = "DELETE FROM store WHERE name >= 'copy:' AND name < 'copy;'";

    public const string Marks = "SELECT name, value FROM store WHERE name > $1 AND name <= $2 ORDER BY name";

    public const string Accounts = "SELECT account, revision FROM accounts WHERE account > $1 ORDER BY account LIMIT $2";
}
