using System.Text;

namespace Roster.Sdk.Native;

/// <summary>An API key, without its secret.</summary>
public record Key : Versioned
{
    public string Id { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<Grant> Grants { get; init => field = value ?? []; } = [];

    public Level Level { get; init; }

    /// <summary>The user whose key it is, and with whom it ends; null for nobody's.</summary>
    public string? OwnerId { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public string CreatedBy { get; init => field = value ?? ""; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>A key just made.</summary>
public sealed record MintedKey : Key
{
    /// <summary>
    /// The key's text, which is shown this once. Null where the answer that held it got lost and the call was made again: rotate the key then.
    /// It is not part of what <see cref="object.ToString"/> says.
    /// </summary>
    [System.Text.Json.Serialization.JsonPropertyName("key")]
    public string? Text { get; init; }

    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}

/// <summary>A key to be made. What is null is left out.</summary>
public sealed record NewKey(string Name, IReadOnlyList<Grant> Grants)
{
    /// <summary>The highest role that it may give.</summary>
    public Level? Level { get; init; }

    public string? OwnerId { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>How long the old key lives on.</summary>
internal sealed record Rotation(long OverlapSeconds);
