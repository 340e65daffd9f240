using System.Text.Json.Serialization;

namespace Roster.Sdk.Native;

/// <summary>A user's or a team's one role in one place.</summary>
public sealed record Membership : Versioned
{
    public ScopeKind Kind { get; init; }

    public string ScopeId { get; init => field = value ?? ""; } = "";

    /// <summary>Empty where a team is the member.</summary>
    public string UserId { get; init => field = value ?? ""; } = "";

    /// <summary>Null where a user is the member.</summary>
    public string? TeamId { get; init; }

    public string Role { get; init => field = value ?? ""; } = "";

    public Level Level { get; init; }

    /// <summary>From then on there is no membership; null where it has no end.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Who gave it: <c>key:…</c>, <c>operator</c>, <c>server</c>.</summary>
    public string GivenBy { get; init => field = value ?? ""; } = "";

    public Door Door { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    [JsonIgnore]
    public Place Place => new(Kind, ScopeId);
}

/// <summary>Which memberships are wanted; all conditions hold at once.</summary>
public sealed record MembershipFilter
{
    public string? UserId { get; init; }

    /// <summary>Not beside a user's.</summary>
    public string? TeamId { get; init; }

    public ScopeKind? Kind { get; init; }

    /// <summary>With its kind.</summary>
    public string? ScopeId { get; init; }

    public string? Role { get; init; }

    public static MembershipFilter In(Place place) => new() { Kind = place.Kind, ScopeId = place.Id };

    public static MembershipFilter Of(string userId) => new() { UserId = userId };

    public static MembershipFilter OfTeam(string teamId) => new() { TeamId = teamId };
}

/// <summary>The role, and when it ends by itself.</summary>
internal sealed record GivenRole(string Role)
{
    public Change<DateTimeOffset?> ExpiresAt { get; init; }
}
