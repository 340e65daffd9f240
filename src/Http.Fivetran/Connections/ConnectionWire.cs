using System.Text.Json;
using Roster.Core.Scopes;

namespace Roster.Http.Fivetran.Connections;

internal static class ConnectionWire
{
    public static void Write(Utf8JsonWriter json, Scope connection)
    {
        var settings = ConnectionSettings.Of(connection);
        json.WriteStartObject();
        json.WriteString("id"u8, connection.Id.Id);
        json.WriteString("group_id"u8, connection.Parent.Id);
        json.WriteString("service"u8, connection.Service ?? "");
        json.WriteNumber("service_version"u8, 1);
        json.WriteString("schema"u8, connection.Name);
        json.WriteString("connected_by"u8, settings.ConnectedBy);
        json.WriteTime("created_at"u8, connection.CreatedAt);
        json.WriteNull("succeeded_at"u8);
        json.WriteNull("failed_at"u8);
        json.WriteBoolean("paused"u8, settings.Paused);
        json.WriteBoolean("pause_after_trial"u8, settings.PauseAfterTrial);
        json.WriteNumber("sync_frequency"u8, settings.SyncFrequency);
        json.WriteString("schedule_type"u8, settings.ScheduleType);
        json.WriteString("networking_method"u8, settings.NetworkingMethod);
        json.WriteString("data_delay_sensitivity"u8, settings.DataDelaySensitivity);
        json.WriteNumber("data_delay_threshold"u8, settings.DataDelayThreshold);
        json.WriteStartArray("setup_tests"u8);
        json.WriteEndArray();
        WriteConfig(json, settings);
        WriteStatus(json);
        json.WriteEndObject();
    }

    private static void WriteConfig(Utf8JsonWriter json, ConnectionSettings settings)
    {
        json.WriteStartObject("config"u8);
        WriteIfSet(json, "schema", settings.Schema);
        WriteIfSet(json, "table", settings.Table);
        WriteIfSet(json, "schema_prefix", settings.SchemaPrefix);
        json.WriteEndObject();
    }

    private static void WriteIfSet(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>That of a connection that was never set up: nothing is ever synchronized here.</summary>
    private static void WriteStatus(Utf8JsonWriter json)
    {
        json.WriteStartObject("status"u8);
        json.WriteString("setup_state"u8, "incomplete"u8);
        json.WriteString("sync_state"u8, "scheduled"u8);
        json.WriteString("update_state"u8, "on_schedule"u8);
        json.WriteBoolean("is_historical_sync"u8, true);
        json.WriteStartArray("tasks"u8);
        json.WriteEndArray();
        json.WriteStartArray("warnings"u8);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
