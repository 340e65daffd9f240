namespace Roster.Sdk.Fivetran;

/// <summary>A group, which is a destination with the same id.</summary>
public sealed record Group : Resource
{
    public string Id { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    public DateTimeOffset? CreatedAt { get; init; }
}

internal sealed record NamedGroup(string Name);

internal sealed record NewGroupUser(string Email, string Role);

internal sealed record GroupPublicKey(string? PublicKey);

internal sealed record GroupServiceAccount(string? ServiceAccount);
