using Roster.Core.Values;

namespace Roster.Storage.Sql;

/// <summary>The values that the tables know besides numbers and texts.</summary>
internal static class RowValues
{
    public static string? TextOrNull(this IRow row, int column) => row.IsNull(column) ? null : row.Text(column);

    public static bool Flag(this IRow row, int column) => row.Number(column) != 0;

    public static Instant Instant(this IRow row, int column) => new(row.Number(column));

    public static Instant? InstantOrNull(this IRow row, int column) =>
        row.IsNull(column) ? null : new Instant(row.Number(column));
}
