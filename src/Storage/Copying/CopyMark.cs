using System.Globalization;
using Roster.Storage.Sql;
using Roster.Storage.Sql.Tables;

namespace Roster.Storage.Copying;

/// <summary>How far the copy of an account is: all rows up to a key of a table are there, and all tables before it.</summary>
/// <param name="Revision">The account's, when its copy began; at another one the copy is worth nothing.</param>
/// <param name="Table">Null once all of the account is there.</param>
internal sealed record CopyMark(long Revision, Table? Table, SqlValue[] After)
{
    private const string DoneText = "done";

    public bool IsDone => Table is null;

    public static CopyMark Done(long revision) => new(revision, null, []);

    /// <summary>The words of the mark: its revision, its table, and the key.</summary>
    public override string ToString() => string.Join(' ', [$"{Revision}", Table?.Name ?? DoneText, .. After.Select(Show)]);

    public static CopyMark Parse(string text)
    {
        var words = text.Split(' ');
        var revision = long.Parse(words[0], CultureInfo.InvariantCulture);
        return words[1] == DoneText
            ? Done(revision)
            : Parse(revision, StoreTables.All.Single(table => table.Name == words[1]), words[2..]);
    }

    private static CopyMark Parse(long revision, Table table, string[] key) =>
        new(revision, table, [.. table.Key.Zip(key, Read)]);

    private static string Show(SqlValue value) =>
        value.Kind == SqlKind.Text ? Uri.EscapeDataString(value.Text) : value.Number.ToString(CultureInfo.InvariantCulture);

    private static SqlValue Read(Column column, string word) =>
        column.Kind == ColumnKind.Text ? Uri.UnescapeDataString(word) : long.Parse(word, CultureInfo.InvariantCulture);
}
