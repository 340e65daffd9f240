using System.Text.Json.Serialization;
using Roster.Sdk.Wire;

namespace Roster.Sdk.Fivetran;

/// <summary>A team: users who have what the team has.</summary>
public sealed record Team : Resource
{
    public string Id { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    public string? Description { get; init; }

    /// <summary>The role in the account; null for none.</summary>
    public string? Role { get; init; }
}

/// <summary>A user of a team.</summary>
public sealed record TeamMember : Resource
{
    public string UserId { get; init => field = value ?? ""; } = "";

    public string Role { get; init => field = value ?? ""; } = "";

    public DateTimeOffset? CreatedAt { get; init; }
}

/// <summary>A team to be made. What is null is left out.</summary>
public sealed record NewTeam(string Name)
{
    public string? Description { get; init; }

    /// <summary>A role of scope <c>ACCOUNT</c>.</summary>
    public string? Role { get; init; }
}

/// <summary>What is to become of a team. What is not set stays as it is; null takes a value away.</summary>
public sealed record TeamChange
{
    public Change<string> Name { get; init; }

    /// <summary>Null is sent as the empty text, which is what the service is known to understand.</summary>
    [JsonConverter(typeof(EmptyForNull))]
    public Change<string?> Description { get; init; }

    /// <summary>A role of scope <c>ACCOUNT</c>; null is sent as the empty text.</summary>
    [JsonConverter(typeof(EmptyForNull))]
    public Change<string?> Role { get; init; }
}

internal sealed record NewTeamMember(string UserId, string? Role);
