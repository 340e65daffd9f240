using System.Text.Json;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Resources;

/// <summary>Writes resources strictly: attributes in the order of their schema, nothing null, nothing empty.</summary>
internal static class ResourceWriter
{
    public static void Write(Utf8JsonWriter json, ResourceType type, ScimObject resource)
    {
        json.WriteStartObject();
        foreach (var attribute in type.Root.Subs)
        {
            if (resource[attribute] is { } value && !IsEmpty(value))
            {
                json.WritePropertyName(attribute.Name);
                WriteValue(json, value);
            }
        }

        json.WriteEndObject();
    }

    public static void WriteValue(Utf8JsonWriter json, ScimValue value)
    {
        switch (value)
        {
            case ScimText text:
                json.WriteStringValue(text.Text);
                break;
            case ScimFlag flag:
                json.WriteBooleanValue(flag.IsTrue);
                break;
            case ScimTime time:
                json.WriteStringValue(WireTime.Format(time.Time));
                break;
            case ScimList list:
                WriteList(json, list);
                break;
            case ScimObject whole:
                WriteObject(json, whole);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter json, ScimObject whole)
    {
        json.WriteStartObject();
        foreach (var (attribute, value) in whole.Members)
        {
            if (!IsEmpty(value))
            {
                json.WritePropertyName(attribute.Name);
                WriteValue(json, value);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, ScimList list)
    {
        json.WriteStartArray();
        foreach (var item in list.Items)
        {
            if (!IsEmpty(item))
            {
                WriteValue(json, item);
            }
        }

        json.WriteEndArray();
    }

    private static bool IsEmpty(ScimValue value) => value switch
    {
        ScimObject whole => whole.Members.All(member => IsEmpty(member.Value)),
        ScimList list => list.Items.TrueForAll(IsEmpty),
        _ => false,
    };
}
