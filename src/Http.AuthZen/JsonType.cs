using Microsoft.Net.Http.Headers;

namespace Roster.Http.AuthZen;

/// <summary>The one media type that requests come in.</summary>
internal static class JsonType
{
    private const string Name = "application/json";

    /// <summary>Parameters may follow; a charset must be UTF-8.</summary>
    public static bool Is(string? contentType) =>
        contentType == Name
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(Name, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)));
}
