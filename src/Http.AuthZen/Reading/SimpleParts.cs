using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Values;

namespace Roster.Http.AuthZen.Reading;

/// <summary>
/// The parts of a question in their plainest form, a type and an id or a name and nothing else, read without building anything but
/// them. Whatever is otherwise in any way is left to who reads everything.
/// </summary>
internal struct SimpleParts
{
    public AccessSubject? Subject;
    public AccessResource? Resource;
    public string? Action;

    /// <summary>Reads the member that the reader is at; false where it is none of these, is there twice, or is not plain.</summary>
    public bool TryRead(ref Utf8JsonReader reader)
    {
        if (Subject is null && reader.ValueTextEquals("subject"u8))
        {
            Subject = TryReadEntity(ref reader, out var type, out var id) ? new(type, id) : null;
            return Subject is not null;
        }

        if (Resource is null && reader.ValueTextEquals("resource"u8))
        {
            Resource = TryReadEntity(ref reader, out var type, out var id) ? new(type, id) : null;
            return Resource is not null;
        }

        return Action is null && reader.ValueTextEquals("action"u8) && TryReadAction(ref reader, out Action);
    }

    /// <summary>Null where a part is missing here and there.</summary>
    public readonly AccessQuestion? Over(SimpleParts defaults)
    {
        var (subject, action, resource) = (Subject ?? defaults.Subject, Action ?? defaults.Action, Resource ?? defaults.Resource);
        return subject is null || action is null || resource is null ? null : new(subject, action, null, resource, null);
    }

    private static bool TryReadEntity(ref Utf8JsonReader reader, out string type, out string id)
    {
        (type, id) = ("", "");
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var (hasType, hasId) = (false, false);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var read = !hasType && reader.ValueTextEquals("type"u8) ? hasType = TryReadText(ref reader, out type)
                : !hasId && reader.ValueTextEquals("id"u8) && (hasId = TryReadText(ref reader, out id));
            if (!read)
            {
                return false;
            }
        }

        return hasType && hasId;
    }

    private static bool TryReadAction(ref Utf8JsonReader reader, out string? name)
    {
        name = null;
        if (!reader.Read()
            || reader.TokenType != JsonTokenType.StartObject
            || !reader.Read()
            || reader.TokenType != JsonTokenType.PropertyName
            || !reader.ValueTextEquals("name"u8)
            || !TryReadText(ref reader, out var text)
            || !reader.Read()
            || reader.TokenType != JsonTokenType.EndObject)
        {
            return false;
        }

        name = text;
        return true;
    }

    private static bool TryReadText(ref Utf8JsonReader reader, out string text)
    {
        text = "";
        if (!reader.Read() || reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        text = reader.GetString()!;
        return !reader.ValueIsEscaped || Text.IsStorable(text);
    }
}
