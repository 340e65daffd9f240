using System.Text.Json;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Resources;

/// <summary>Reads the body of a POST or PUT. What it does not know it passes over: clients send much that is not for us.</summary>
internal static class ResourceReader
{
    /// <param name="resource">Without the members of groups, which are read apart.</param>
    public static ScimError? Read(ResourceType type, JsonElement body, out ScimObject resource)
    {
        resource = new ScimObject();
        return Schemas(body, type.Core.Urn) ?? ReadMembers(type, body, resource, isRoot: true);
    }

    /// <summary>Refuses a body whose <c>schemas</c> do not name what it has to be.</summary>
    public static ScimError? Schemas(JsonElement body, string urn)
    {
        if (JsonMembers.Find(body, "schemas") is not { } schemas || schemas.ValueKind == JsonValueKind.Null)
        {
            return ScimError.Syntax($"schemas: must be there and contain {urn}.");
        }

        IEnumerable<JsonElement> named = schemas.ValueKind == JsonValueKind.Array ? schemas.EnumerateArray() : [schemas];
        return named.Any(item => item.ValueKind == JsonValueKind.String && Texts.Of(item) is { } text && Urns.Same(text, urn))
            ? null
            : ScimError.Syntax($"schemas: must contain {urn}.");
    }

    private static ScimError? ReadMembers(ResourceType type, JsonElement json, ScimObject resource, bool isRoot)
    {
        foreach (var member in json.EnumerateObject())
        {
            var error = isRoot && Urns.Same(member.Name, type.Core.Urn)
                ? member.Value.ValueKind == JsonValueKind.Object ? ReadMembers(type, member.Value, resource, isRoot: false) : null
                : ReadMember(type, member, resource);
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    private static ScimError? ReadMember(ResourceType type, JsonProperty member, ScimObject resource)
    {
        if (type.Root.Sub(member.Name) is not { IsReadOnly: false } attribute || attribute == GroupSchema.Members)
        {
            return null;
        }

        var error = ValueReader.Read(attribute, member.Value, out var value);
        if (error is null && value is not null)
        {
            resource[attribute] = value;
        }

        return error;
    }
}
