using System.Runtime.InteropServices;
using System.Text.Json;

namespace Roster.Http.Native;

/// <summary>One page of a list by name or id: what follows the text, which need not be there any more.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextPage(string After, int Limit);

/// <summary>Lists in the order of a name or id, by cursor.</summary>
internal static class TextPaging
{
    /// <param name="list">The list's own name, with whatever narrows it.</param>
    public static TextPage TextPage(this QueryFields query, Exchange exchange, string list)
    {
        var after = Cursor.DecodeText(exchange, list, query.Text("cursor"));
        if (after is null)
        {
            query.Refuse("cursor", "is not a cursor of this list");
        }

        return new(after ?? "", query.Limit());
    }

    /// <param name="rows">One more than the page has room for, where there are.</param>
    public static ValueTask AnswerAsync<T>(
        this Exchange exchange, string list, TextPage page, IReadOnlyList<T> rows, Func<T, string> name, Action<Utf8JsonWriter, T> write) =>
        rows.Count > page.Limit
            ? exchange.AnswerAsync([.. rows.Take(page.Limit)], Cursor.EncodeText(exchange, list, name(rows[page.Limit - 1])), write)
            : exchange.AnswerAsync(rows, null, write);
}
