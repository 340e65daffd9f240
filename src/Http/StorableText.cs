using System.Text.Json;

namespace Roster.Http;

/// <summary>Texts of a body as any store can hold them.</summary>
public static class StorableText
{
    /// <summary>Null for what is no text, and for one with U+0000 or half of a surrogate pair in it.</summary>
    public static string? Of(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && Core.Values.Text.IsStorable(text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped: the only ill-formed text that gets past the body's UTF-8 check.
            return null;
        }
    }
}
