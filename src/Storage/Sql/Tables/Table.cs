using System.Collections.Immutable;

namespace Roster.Storage.Sql.Tables;

/// <summary>A table as it is read: row for row, account by account, in the order of its key.</summary>
/// <param name="Columns">In the order of the schema.</param>
/// <param name="Key">The columns that tell an account's rows apart; none where an account has one row.</param>
internal sealed record Table(string Name, ImmutableArray<Column> Columns, ImmutableArray<Column> Key)
{
    /// <summary>What makes a row the account's; <c>{0}</c> stands for the account.</summary>
    public string Where { get; init; } = "t.account = {0}";

    public string ColumnNames { get; } = string.Join(", ", Columns.Select(column => column.Name));

    /// <param name="account">A literal, or a parameter.</param>
    /// <param name="after">The key to go on after: as many of them, separated by commas; null for all.</param>
    public string Select(string columns, string account, string? after = null)
    {
        var key = string.Join(", ", Key.Select(column => "t." + column.Name));
        var further = after is null ? "" : $" AND ({key}) > ({after})";
        var order = key.Length == 0 ? "" : $" ORDER BY {key}";
        return $"SELECT {columns} FROM {Name} AS t WHERE {string.Format(Where, account)}{further}{order}";
    }

    /// <summary>Deletes the account's rows.</summary>
    public string Delete(string account) => $"DELETE FROM {Name} AS t WHERE {string.Format(Where, account)}";
}
