using System.Text.Json.Serialization;
using Roster.Sdk.Wire;

namespace Roster.Sdk.Fivetran;

/// <summary>A user of the account. Null is what the server leaves out, too.</summary>
public sealed record User : Resource
{
    public string Id { get; init => field = value ?? ""; } = "";

    public string Email { get; init => field = value ?? ""; } = "";

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public bool? Verified { get; init; }

    public bool? Invited { get; init; }

    public bool? Active { get; init; }

    public string? Picture { get; init; }

    public string? Phone { get; init; }

    /// <summary>The role in the account; in the list of a group, the role there. Null for none.</summary>
    public string? Role { get; init; }

    public DateTimeOffset? LoggedInAt { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }
}

/// <summary>A user to be invited. What is null is left out.</summary>
public sealed record NewUser(string Email, string GivenName, string FamilyName)
{
    public string? Phone { get; init; }

    public string? Picture { get; init; }

    /// <summary>A role of scope <c>ACCOUNT</c>.</summary>
    public string? Role { get; init; }
}

/// <summary>What is to become of a user. What is not set stays as it is; null takes a value away.</summary>
public sealed record UserChange
{
    public Change<string> GivenName { get; init; }

    public Change<string> FamilyName { get; init; }

    public Change<string?> Phone { get; init; }

    public Change<string?> Picture { get; init; }

    /// <summary>Null takes the role in the account away; it is sent as the empty text, which is what the service is known to understand.</summary>
    [JsonConverter(typeof(EmptyForNull))]
    public Change<string?> Role { get; init; }
}
