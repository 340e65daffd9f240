using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Roster.Sdk.Transport;

/// <summary>Lists as they are met: bare arrays, and objects with the items under some name and a cursor in either spelling.</summary>
internal static class AnsweredList
{
    private static readonly string[] Names = ["items", "memberships", "users", "organizations", "results"];

    public static Page<T> Read<T>(Reply reply, JsonTypeInfo<T> type)
    {
        var json = Envelope.Content(reply.Json() ?? throw Failures.Unreadable(reply, "no JSON"));
        var items = json is { } content ? Items(content) : null;
        if (items is not { } array)
        {
            throw Failures.Unreadable(reply, "no list");
        }

        try
        {
            return new Page<T>([.. array.EnumerateArray().Select(item => item.Deserialize(type)).OfType<T>()], Cursor(json!.Value))
            {
                Mark = Convert.ToHexString(SHA256.HashData(JsonMarshal.GetRawUtf8Value(array))),
            };
        }
        catch (JsonException e)
        {
            throw Failures.Unreadable(reply, $"a list of another shape: {e.Message}", e);
        }
    }

    private static JsonElement? Items(JsonElement content)
    {
        if (content.ValueKind == JsonValueKind.Array)
        {
            return content;
        }

        foreach (var name in Names)
        {
            if (content.ValueKind == JsonValueKind.Object && content.TryGetProperty(name, out var items))
            {
                return items.ValueKind switch
                {
                    JsonValueKind.Array => items,
                    JsonValueKind.Null => JsonElement.Parse("[]"u8),
                    _ => null,
                };
            }
        }

        return null;
    }

    private static string? Cursor(JsonElement content) =>
        content.ValueKind == JsonValueKind.Object
            ? Text(content, "next_cursor") ?? Text(content, "nextCursor") ?? (content.TryGetProperty("page", out var page) ? Text(page, "next_token") : null)
            : null;

    private static string? Text(JsonElement content, string name) =>
        content.ValueKind == JsonValueKind.Object && content.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.GetString() is { Length: > 0 } text
            ? text
            : null;
}
