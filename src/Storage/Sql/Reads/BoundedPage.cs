using Roster.Core.Values;

namespace Roster.Storage.Sql.Reads;

/// <summary>
/// The rows of a page where one can be megabytes: a thousand of those are more than an answer can hold or a server should. Such a page
/// ends early, and the next one starts there.
/// </summary>
/// <param name="texts">The columns that may be large.</param>
internal sealed class BoundedPage<T>(Func<IRow, T> read, params int[] texts)
    where T : class
{
    private const int MostBytes = 16_777_216;

    private long _bytes;

    /// <summary>Null for a row that the page has no room for, which is not looked at.</summary>
    public T? Read(IRow row)
    {
        if (_bytes >= MostBytes)
        {
            return null;
        }

        foreach (var column in texts)
        {
            _bytes += row.IsNull(column) ? 0 : row.Utf8(column).Length;
        }

        return read(row);
    }

    /// <param name="rows">As they were read.</param>
    public static List<T> Cut(List<T?> rows) => [.. rows.OfType<T>()];

    /// <param name="rows">As they were read, with one row more than the limit.</param>
    public static Slice<T> Cut(List<T?> rows, int limit, Func<T, long> number)
    {
        var read = Cut(rows);
        return read.Count < rows.Count ? new(read, number(read[^1])) : Slice<T>.Cut(read, limit, number);
    }
}
