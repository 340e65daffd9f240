using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Values;

namespace Roster.Http.AuthZen.Reading;

/// <summary>
/// Reads the question that is asked most without building anything but it: a subject and a resource of type and id, an action of a
/// name, and nothing else. Whatever is otherwise in any way is left to who reads everything.
/// </summary>
internal static class SimpleQuestion
{
    /// <summary>Null where the text is anything else.</summary>
    public static AccessQuestion? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? Read(ref reader) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static AccessQuestion? Read(ref Utf8JsonReader reader)
    {
        (string? Type, string? Id) subject = default, resource = default;
        string? action = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var read = subject.Type is null && reader.ValueTextEquals("subject"u8) ? TryReadEntity(ref reader, out subject)
                : resource.Type is null && reader.ValueTextEquals("resource"u8) ? TryReadEntity(ref reader, out resource)
                : action is null && reader.ValueTextEquals("action"u8) && TryReadAction(ref reader, out action);
            if (!read)
            {
                return null;
            }
        }

        return reader.Read() || subject.Type is null || resource.Type is null || action is null
            ? null
            : new(new(subject.Type, subject.Id!, null), action, null, new(resource.Type, resource.Id!, null), null);
    }

    private static bool TryReadEntity(ref Utf8JsonReader reader, out (string? Type, string? Id) entity)
    {
        entity = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var read = entity.Type is null && reader.ValueTextEquals("type"u8) ? TryReadText(ref reader, out entity.Type)
                : entity.Id is null && reader.ValueTextEquals("id"u8) && TryReadText(ref reader, out entity.Id);
            if (!read)
            {
                return false;
            }
        }

        return entity is { Type: not null, Id: not null };
    }

    private static bool TryReadAction(ref Utf8JsonReader reader, out string? name)
    {
        name = null;
        return reader.Read()
            && reader.TokenType == JsonTokenType.StartObject
            && reader.Read()
            && reader.TokenType == JsonTokenType.PropertyName
            && reader.ValueTextEquals("name"u8)
            && TryReadText(ref reader, out name)
            && reader.Read()
            && reader.TokenType == JsonTokenType.EndObject;
    }

    private static bool TryReadText(ref Utf8JsonReader reader, out string? text)
    {
        text = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        var escaped = reader.ValueIsEscaped;
        text = reader.GetString();
        return !escaped || Text.IsStorable(text);
    }
}
