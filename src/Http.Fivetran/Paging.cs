using Roster.Core.Values;

namespace Roster.Http.Fivetran;

internal static class Paging
{
    private const int MostItems = 1_000;
    private const int UsualItems = 100;

    /// <summary>The page that <c>cursor</c> and <c>limit</c> ask for.</summary>
    /// <param name="list">The list's own name: a cursor of another list is refused.</param>
    public static Page Page(this QueryFields query, Exchange exchange, string list)
    {
        var limit = query.Integer("limit", 1, MostItems, UsualItems);
        var after = Cursor.Decode(exchange, list, query.Text("cursor"));
        if (after is null)
        {
            query.Refuse("cursor", "is not a next_cursor of this list");
        }

        return new Page(after ?? 0, limit);
    }
}
