using System.Buffers;
using System.Text.Json;
using Roster.Http.Scim.Resources;

namespace Roster.Http.Scim.Bulk;

/// <summary>
/// Where operations name what others make, as <c>bulkId:x</c>: in the path, and in their data as a member, a manager or a value.
/// Anywhere else that is a text like any other.
/// </summary>
internal static class BulkReferences
{
    private const string Prefix = "bulkId:";

    /// <summary>Null for what is an id, or no reference at all.</summary>
    public static string? NameIn(string? text) =>
        text is not null && text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text[Prefix.Length..] : null;

    public static IEnumerable<string> NamesIn(JsonElement json, bool isReference = false) => json.ValueKind switch
    {
        JsonValueKind.String when isReference && NameIn(Texts.Of(json)) is { } name => [name],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => NamesIn(item, isReference)),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => NamesIn(member.Value, Refers(member.Name))),
        _ => [],
    };

    /// <summary>The same with ids in the place of names.</summary>
    public static JsonElement Resolve(JsonElement json, Func<string, string> idOf)
    {
        if (!NamesIn(json).Any())
        {
            return json;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, json, idOf, isReference: false);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement json, Func<string, string> idOf, bool isReference)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String when isReference && NameIn(Texts.Of(json)) is { } name:
                writer.WriteStringValue(idOf(name));
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in json.EnumerateArray())
                {
                    Write(writer, item, idOf, isReference);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in json.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, idOf, Refers(member.Name));
                }

                writer.WriteEndObject();
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    private static bool Refers(string name) =>
        name.Equals("value", StringComparison.OrdinalIgnoreCase)
        || name.Equals("members", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("manager", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("manager.value", StringComparison.OrdinalIgnoreCase);
}
