using System.Text.Json;
using System.Text.Json.Serialization;

namespace Roster.Sdk.Native;

/// <summary>What a role permits.</summary>
/// <param name="Action">The name that an application asks for.</param>
[JsonConverter(typeof(PermissionConverter))]
public sealed record Permission(string Action)
{
    /// <summary>The one type of resource that it is for; null for all.</summary>
    public string? On { get; init; }

    /// <summary>What has to be so, as the server tells it; null for always.</summary>
    public JsonElement? When { get; init; }

    public static implicit operator Permission(string action) => new(action);

    public override string ToString() => (On is null ? Action : $"{Action} on {On}") + (When is null ? "" : $" when {When}");
}

/// <summary>A name where that is all, else an object.</summary>
internal sealed class PermissionConverter : JsonConverter<Permission>
{
    public override Permission Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var permission = document.RootElement;
        return permission.ValueKind != JsonValueKind.Object
            ? new(permission.GetString() ?? "")
            : new(permission.TryGetProperty("action", out var action) ? action.GetString() ?? "" : "")
            {
                On = permission.TryGetProperty("on", out var on) ? on.GetString() : null,
                When = permission.TryGetProperty("when", out var when) && when.ValueKind == JsonValueKind.Object ? when.Clone() : null,
            };
    }

    public override void Write(Utf8JsonWriter writer, Permission value, JsonSerializerOptions options)
    {
        if (value is { On: null, When: null })
        {
            writer.WriteStringValue(value.Action);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("action"u8, value.Action);
        if (value.On is not null)
        {
            writer.WriteString("on"u8, value.On);
        }

        if (value.When is { } when)
        {
            writer.WritePropertyName("when"u8);
            when.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
