using Roster.Sdk.Transport;

namespace Roster.Sdk.Fivetran;

/// <summary>What all of the service's operations have in common.</summary>
internal static class FivetranCalls
{
    /// <summary>The most that the service gives at once: it limits requests, not items.</summary>
    private const int PageSize = 1_000;

    public static Call Page(this Call call, int? size, string? cursor) => call.With("limit", size ?? PageSize).With("cursor", cursor);

    public static async Task<Acknowledgement> AcknowledgeAsync(this Calls calls, Call call, CancellationToken cancellation) =>
        await calls.TellWholeAsync(call, FivetranJson.Default.Acknowledgement, cancellation) ?? new();
}
