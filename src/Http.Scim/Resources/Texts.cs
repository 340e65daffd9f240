using System.Text.Json;

namespace Roster.Http.Scim.Resources;

internal static class Texts
{
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
