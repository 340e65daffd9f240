namespace Roster.Sdk.Fivetran;

/// <summary>A user's role in a group or connection.</summary>
public sealed record Membership : Resource
{
    /// <summary>The id of the group or connection.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    public string Role { get; init => field = value ?? ""; } = "";

    public DateTimeOffset? CreatedAt { get; init; }
}

internal sealed record NewMembership(string Id, string Role);

internal sealed record NewRole(string Role);
