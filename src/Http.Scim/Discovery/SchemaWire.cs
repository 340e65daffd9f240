using System.Text.Json;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Discovery;

/// <summary>Describes schemas, from the very definitions that bodies, filters and patches go by.</summary>
internal static class SchemaWire
{
    public static void Write(Utf8JsonWriter json, SchemaDocument schema, Links links)
    {
        json.WriteStartObject();
        WriteTexts(json, "schemas", [Urns.Schema]);
        json.WriteString("id"u8, schema.Urn);
        json.WriteString("name"u8, schema.Name);
        json.WriteString("description"u8, schema.Description);
        WriteAttributes(json, "attributes", schema.Attributes);
        MetaWire.Write(json, "Schema", links.To("/Schemas/" + schema.Urn));
        json.WriteEndObject();
    }

    public static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteAttributes(Utf8JsonWriter json, string name, IReadOnlyList<ScimAttribute> attributes)
    {
        json.WriteStartArray(name);
        foreach (var attribute in attributes)
        {
            Write(json, attribute);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ScimAttribute attribute)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, attribute.Name);
        json.WriteString("type"u8, TypeOf(attribute));
        json.WriteBoolean("multiValued"u8, attribute.IsMulti);
        json.WriteString("description"u8, attribute.Description);
        json.WriteBoolean("required"u8, attribute.IsRequired);
        json.WriteBoolean("caseExact"u8, attribute.IsCaseExact);
        json.WriteString("mutability"u8, MutabilityOf(attribute));
        json.WriteString("returned"u8, attribute.IsAlways ? "always" : "default");
        json.WriteString("uniqueness"u8, attribute.IsUnique ? "server" : "none");
        WriteIfAny(json, "canonicalValues", attribute.CanonicalValues);
        WriteIfAny(json, "referenceTypes", attribute.ReferenceTypes);
        if (attribute.Subs.Count > 0)
        {
            WriteAttributes(json, "subAttributes", attribute.Subs);
        }

        json.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            WriteTexts(json, name, texts);
        }
    }

    private static string TypeOf(ScimAttribute attribute) => attribute.Type switch
    {
        AttributeType.Boolean => "boolean",
        AttributeType.Integer => "integer",
        AttributeType.DateTime => "dateTime",
        AttributeType.Reference => "reference",
        AttributeType.Complex => "complex",
        _ => "string",
    };

    private static string MutabilityOf(ScimAttribute attribute) => attribute.Mutability switch
    {
        Mutability.ReadOnly => "readOnly",
        Mutability.Immutable => "immutable",
        _ => "readWrite",
    };
}
