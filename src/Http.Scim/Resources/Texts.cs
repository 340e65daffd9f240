using System.Text.Json;

namespace Roster.Http.Scim.Resources;

internal static class Texts
{
    /// <summary>True where some string of well-formed JSON holds half of a surrogate pair, which can only be there escaped.</summary>
    public static bool AnyHalf(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\u"u8) < 0)
        {
            return false;
        }

        var reader = new Utf8JsonReader(json.StartsWith("\uFEFF"u8) ? json[3..] : json);
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.String, ValueIsEscaped: true })
                {
                    reader.GetString();
                }
            }

            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    /// <summary>A JSON string's text; null where half of a surrogate pair, escaped, makes it none.</summary>
    public static string? Of(JsonElement json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
