using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

internal static class Lists
{
    /// <summary>The most that the server gives at once, unless the caller wants less: every page is a request.</summary>
    private const int PageSize = 1_000;

    public static Call Page(this Call call, int? size, string? cursor) => call.With("limit", size ?? PageSize).With("cursor", cursor);
}
