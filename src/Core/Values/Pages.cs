namespace Roster.Core.Values;

/// <summary>One page of a list in creation order: what follows the row numbered <paramref name="After"/>, at most <paramref name="Limit"/> rows.</summary>
/// <param name="After">The number of the last row seen; 0 for the first page.</param>
/// <param name="Limit">1 or more.</param>
public readonly record struct Page(long After, int Limit);

/// <summary>Reads lists whole, for what is known to be small enough.</summary>
public static class Slices
{
    private const int Step = 1_000;

    public static async ValueTask<List<T>> AllAsync<T>(Func<Page, ValueTask<Slice<T>>> read)
    {
        var all = new List<T>();
        for (long? after = 0; after is { } number;)
        {
            var slice = await read(new Page(number, Step));
            all.AddRange(slice.Items);
            after = slice.Next;
        }

        return all;
    }
}

/// <summary>The rows of a page, and where the next one starts if any row follows.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Items, long? Next)
{
    /// <summary>Cuts a list that was read with one row more than the limit.</summary>
    public static Slice<T> Cut(List<T> rows, int limit, Func<T, long> number)
    {
        if (rows.Count <= limit)
        {
            return new(rows, null);
        }

        // Whoever else asked the same at the same time may have been given the same list.
        var page = rows.GetRange(0, limit);
        return new(page, number(page[^1]));
    }
}
