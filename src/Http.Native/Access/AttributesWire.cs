using System.Text.Json;
using Roster.Core.Access;
using Roster.Http.Native.Roles;

namespace Roster.Http.Native.Access;

/// <summary>A flat map from names to values. A name whose value is null is not in it.</summary>
internal static class AttributesWire
{
    /// <summary>Of a member of the body; none where it is absent or null.</summary>
    public static Attributes Read(Fields body, string name) =>
        body.Object(name) is { } attributes ? Read(attributes) : Attributes.None;

    /// <summary>Of a body that is the map itself.</summary>
    public static Attributes Read(Fields map)
    {
        var values = new List<KeyValuePair<string, Scalar>>();
        foreach (var member in map.Whole.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (ValueOf(member.Value) is { } value)
            {
                values.Add(new(member.Name, value));
            }
            else
            {
                map.Refuse(member.Name, "must be a text, a number, true or false");
            }
        }

        return Attributes.From(values);
    }

    public static void Write(Utf8JsonWriter json, Attributes attributes)
    {
        json.WriteStartObject();
        foreach (var (name, value) in attributes.Values)
        {
            json.WritePropertyName(name);
            GrantWire.Write(json, value);
        }

        json.WriteEndObject();
    }

    /// <summary>Null for what is none that can be kept.</summary>
    private static Scalar? ValueOf(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return Scalar.Of(json.GetBoolean());
            case JsonValueKind.Number:
                return json.TryGetDouble(out var number) && double.IsFinite(number) ? Scalar.Of(number) : null;
            default:
                return StorableText.Of(json) is { } text ? Scalar.Of(text) : null;
        }
    }
}
