namespace Roster.Sdk.Fivetran;

/// <summary>The account behind the API key, and whose key it is.</summary>
public sealed record AccountInfo : Resource
{
    public string AccountId { get; init => field = value ?? ""; } = "";

    public string? AccountName { get; init; }

    /// <summary>Of a user's key: the user.</summary>
    public string? UserId { get; init; }

    /// <summary>Of a key of nobody's: the key.</summary>
    public string? SystemKeyId { get; init; }
}
