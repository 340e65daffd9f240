using System.Text.Json;
using System.Text.Json.Serialization;
using Roster.Core.Scopes;

namespace Roster.Http.Fivetran.Connections;

/// <summary>
/// What is kept about a connection beside its group, service and name: one JSON text in <see cref="Scope.Settings"/>.
/// Of its <c>config</c> only three fields, since any other may be a password.
/// </summary>
/// <param name="ConnectedBy">The user whose key made it; null for a key of nobody's.</param>
internal sealed record ConnectionSettings(
    string? ConnectedBy = null,
    string? Schema = null,
    string? Table = null,
    string? SchemaPrefix = null,
    bool Paused = true,
    bool PauseAfterTrial = false,
    long SyncFrequency = 360,
    string ScheduleType = "auto",
    string NetworkingMethod = "Directly",
    string DataDelaySensitivity = "NORMAL",
    long DataDelayThreshold = 0)
{
    /// <summary>Where the connection writes to, as clients see it; the service's name where the config says nothing.</summary>
    public string NameFor(string service) => this switch
    {
        { SchemaPrefix: { } prefix } => prefix,
        { Schema: { } schema, Table: { } table } => $"{schema}.{table}",
        { Schema: { } schema } => schema,
        _ => service,
    };

    public string ToText() => JsonSerializer.Serialize(this, ConnectionSettingsJson.Default.ConnectionSettings);

    /// <summary>What another door wrote is not understood here and counts as nothing.</summary>
    public static ConnectionSettings Of(Scope connection)
    {
        try
        {
            return connection.Settings is { } text
                && JsonSerializer.Deserialize(text, ConnectionSettingsJson.Default.ConnectionSettings) is { } settings
                    ? settings
                    : new();
        }
        catch (JsonException)
        {
            return new();
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ConnectionSettings))]
internal sealed partial class ConnectionSettingsJson : JsonSerializerContext;
