using System.Text.Json;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Patching;

/// <summary>The operations of a PATCH, in order, each with a path: one without stands for as many as its value has members.</summary>
internal sealed class PatchRequest
{
    public const int MaxOperations = 1_000;

    private readonly List<PatchOperation> _operations = [];

    private PatchRequest()
    {
    }

    public IReadOnlyList<PatchOperation> Operations => _operations;

    /// <param name="id">Of the resource, which a path-less value may repeat.</param>
    public static ScimError? Read(ResourceType type, string id, JsonElement body, out PatchRequest request)
    {
        request = new PatchRequest();
        if (ResourceReader.Schemas(body, Urns.PatchOp) is { } wrong)
        {
            return wrong;
        }

        if (JsonMembers.Find(body, "Operations") is not { ValueKind: JsonValueKind.Array } operations || operations.GetArrayLength() == 0)
        {
            return ScimError.Syntax("Operations: must be an array of at least one operation.");
        }

        if (operations.GetArrayLength() > MaxOperations)
        {
            return ScimError.TooLarge($"Operations: must be at most {MaxOperations}.");
        }

        foreach (var operation in operations.EnumerateArray())
        {
            if (request.Add(type, id, operation) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private ScimError? Add(ResourceType type, string id, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return ScimError.Syntax("Operations: each must be an object.");
        }

        if (Verb(JsonMembers.Find(json, "op")) is not { } verb)
        {
            return ScimError.Syntax("op: must be add, replace or remove.");
        }

        var value = JsonMembers.Find(json, "value") ?? default;
        if (verb != PatchVerb.Remove && value.ValueKind == JsonValueKind.Undefined)
        {
            return ScimError.Value("value: is required for add and replace.");
        }

        if (PathOf(json) is not { } path)
        {
            return ScimError.Path("path: must be a text.");
        }

        if (Urns.Same(path.Trim(), type.Core.Urn))
        {
            return verb == PatchVerb.Remove ? ScimError.Immutable("path: the core schema cannot be removed.") : AddMembers(type, id, verb, value);
        }

        if (path.Length > 0)
        {
            return AddOne(type, verb, path, value);
        }

        return verb == PatchVerb.Remove ? ScimError.NoTarget("path: is required for remove.") : AddMembers(type, id, verb, value);
    }

    /// <summary>Empty for none; null for what is no text.</summary>
    private static string? PathOf(JsonElement json) => JsonMembers.FindValue(json, "path") switch
    {
        null => "",
        { ValueKind: JsonValueKind.String } text => Texts.Of(text),
        _ => null,
    };

    private ScimError? AddOne(ResourceType type, PatchVerb verb, string path, JsonElement value)
    {
        if (PatchPath.Parse(type, path, out var error) is not { } target)
        {
            return error;
        }

        _operations.Add(new(verb, target, value));
        return null;
    }

    /// <summary>What is unknown or read-only among the members is passed over: clients send back what they once read.</summary>
    private ScimError? AddMembers(ResourceType type, string id, PatchVerb verb, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return ScimError.Value("value: must be an object where there is no path.");
        }

        foreach (var member in value.EnumerateObject())
        {
            if (Urns.Same(member.Name, type.Core.Urn))
            {
                if (member.Value.ValueKind == JsonValueKind.Object && AddMembers(type, id, verb, member.Value) is { } inner)
                {
                    return inner;
                }

                continue;
            }

            if (PatchPath.Parse(type, member.Name, out _) is not { } path)
            {
                continue;
            }

            if (path.Attribute == CommonAttributes.Id && OtherId(id, member.Value) is { } other)
            {
                return other;
            }

            if (!path.Attribute.IsReadOnly && path.Sub is not { IsReadOnly: true })
            {
                _operations.Add(new(verb, path, member.Value));
            }
        }

        return null;
    }

    private static ScimError? OtherId(string id, JsonElement value) =>
        value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && Texts.Of(value) == id)
            ? null
            : ScimError.Immutable("id: cannot be changed.");

    private static PatchVerb? Verb(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.String } text
            ? Texts.Of(text)?.ToLowerInvariant() switch
            {
                "add" => PatchVerb.Add,
                "replace" => PatchVerb.Replace,
                "remove" => PatchVerb.Remove,
                _ => null,
            }
            : null;
}
