namespace Roster.Sdk;

/// <summary>What a write to Roster can be told beside what it is to do.</summary>
public sealed record WriteOptions
{
    /// <summary>
    /// 1 to 255 visible ASCII characters that name this write for 24 hours: made again with the same one, also by another process, it is done once
    /// and answered alike. Each call has one of its own where none is given, which covers the retries within the call.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The <see cref="Versioned.ETag"/> of the version that is to be changed; <c>*</c> for any that is there.</summary>
    public string? IfMatch { get; init; }

    /// <summary><c>*</c> for what must not be there yet.</summary>
    public string? IfNoneMatch { get; init; }
}
