using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

internal static class Writes
{
    /// <summary>With an idempotency key the server does a call once however often it arrives, so any write may be made again. One of ours is in the order of time, which costs the server least.</summary>
    public static Call As(this Call call, WriteOptions? options) => call
        .WithHeader("Idempotency-Key", options?.IdempotencyKey ?? Guid.CreateVersion7().ToString("N"))
        .WithHeader("If-Match", options?.IfMatch)
        .WithHeader("If-None-Match", options?.IfNoneMatch)
        .Repeatable(true);
}
