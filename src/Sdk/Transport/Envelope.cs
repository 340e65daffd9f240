using System.Text.Json;

namespace Roster.Sdk.Transport;

/// <summary>Some servers answer <c>{"code", "message", "data"}</c>, others the data alone, and some now this and now that.</summary>
internal static class Envelope
{
    /// <summary>What is in the envelope, or all of it where there is none; null for an envelope without content.</summary>
    public static JsonElement? Content(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return body.ValueKind == JsonValueKind.Null ? null : body;
        }

        if (body.TryGetProperty("data", out var data))
        {
            return data.ValueKind == JsonValueKind.Null ? null : data;
        }

        return IsEnvelope(body) ? null : body;
    }

    private static bool IsEnvelope(JsonElement body) =>
        body.TryGetProperty("code", out _) && body.EnumerateObject().All(member => member.Name is "code" or "message");
}
