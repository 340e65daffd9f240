using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Roster.Sdk.Fivetran;

/// <summary>A connection (formerly: connector) of a group.</summary>
public sealed record Connection : Resource
{
    public string Id { get; init => field = value ?? ""; } = "";

    public string GroupId { get; init => field = value ?? ""; } = "";

    public string Service { get; init => field = value ?? ""; } = "";

    public long? ServiceVersion { get; init; }

    public string? Schema { get; init; }

    /// <summary>The user whose key made it.</summary>
    public string? ConnectedBy { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? SucceededAt { get; init; }

    public DateTimeOffset? FailedAt { get; init; }

    public bool? Paused { get; init; }

    public bool? PauseAfterTrial { get; init; }

    /// <summary>In minutes.</summary>
    public long? SyncFrequency { get; init; }

    public string? ScheduleType { get; init; }

    public string? NetworkingMethod { get; init; }

    public string? DataDelaySensitivity { get; init; }

    public long? DataDelayThreshold { get; init; }

    public JsonElement? Config { get; init; }

    public ConnectionStatus? Status { get; init; }
}

/// <summary>How a connection is doing.</summary>
public sealed record ConnectionStatus : Resource
{
    public string? SetupState { get; init; }

    public string? SyncState { get; init; }

    public string? UpdateState { get; init; }

    public bool? IsHistoricalSync { get; init; }
}

/// <summary>A connection to be made. What is null is left out.</summary>
public sealed record NewConnection(string Service, string GroupId)
{
    /// <summary>The service's own settings.</summary>
    public JsonObject? Config { get; init; }

    public bool? Paused { get; init; }

    public bool? PauseAfterTrial { get; init; }

    public long? SyncFrequency { get; init; }

    public string? ScheduleType { get; init; }

    public string? NetworkingMethod { get; init; }

    public string? DataDelaySensitivity { get; init; }

    public long? DataDelayThreshold { get; init; }

    /// <summary>Whatever else the service understands.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? OtherFields { get; set; }
}

/// <summary>What is to become of a connection. What is not set stays as it is.</summary>
public sealed record ConnectionChange
{
    public Change<JsonObject?> Config { get; init; }

    public Change<bool?> Paused { get; init; }

    public Change<bool?> PauseAfterTrial { get; init; }

    public Change<long?> SyncFrequency { get; init; }

    public Change<string?> ScheduleType { get; init; }

    public Change<string?> NetworkingMethod { get; init; }

    public Change<string?> DataDelaySensitivity { get; init; }

    public Change<long?> DataDelayThreshold { get; init; }

    /// <summary>Whatever else the service understands.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? OtherFields { get; set; }
}
