using System.Text.Json;
using Roster.Core.Values;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Bulk;

/// <summary>One of many operations.</summary>
/// <param name="Method">As it was sent.</param>
/// <param name="Type">Of the resource; null where the path names none.</param>
/// <param name="Id">Of the resource, or of the operation that makes it; null for a POST.</param>
/// <param name="Error">What is wrong with the operation itself.</param>
internal sealed record BulkOperation(
    string Method, string? BulkId, string? Version, ResourceType? Type, string? Id, JsonElement? Data, ScimError? Error)
{
    public bool Creates => Method.Equals("POST", StringComparison.OrdinalIgnoreCase);

    public static BulkOperation Read(JsonElement json)
    {
        var (method, path) = (TextIn(json, "method") ?? "", TextIn(json, "path"));
        var (type, id) = Place(path);
        var data = DataOf(method, JsonMembers.FindValue(json, "data"));
        var bulkId = TextIn(json, "bulkId");
        return new(method, bulkId, TextIn(json, "version"), type, id, data, Problem(method.ToUpperInvariant(), bulkId, type, id, data));
    }

    /// <summary>A PATCH may also come as its bare operations, as in the RFC's own example.</summary>
    private static JsonElement? DataOf(string method, JsonElement? data) =>
        data is { ValueKind: JsonValueKind.Array } operations && method.Equals("PATCH", StringComparison.OrdinalIgnoreCase)
            ? JsonElement.Parse($$"""{"schemas":["{{Urns.PatchOp}}"],"Operations":{{operations.GetRawText()}}}""")
            : data;

    private static ScimError? Problem(string method, string? bulkId, ResourceType? type, string? id, JsonElement? data)
    {
        if (method is not ("POST" or "PUT" or "PATCH" or "DELETE"))
        {
            return ScimError.Value("method: must be POST, PUT, PATCH or DELETE.");
        }

        if (type is null || method == "POST" != id is null)
        {
            return ScimError.Value("path: must be /Users or /Groups, and of all but POST with an id behind it.");
        }

        if (method == "POST" && string.IsNullOrEmpty(bulkId))
        {
            return ScimError.Value("bulkId: is required for POST.");
        }

        return method == "DELETE" || data is { ValueKind: JsonValueKind.Object }
            ? null
            : ScimError.Value("data: must be an object.");
    }

    /// <summary>The endpoint in any case, and the id behind it, as it is.</summary>
    private static (ResourceType? Type, string? Id) Place(string? path)
    {
        var parts = (path ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var type = parts.Length is 1 or 2
            ? ResourceType.All.FirstOrDefault(it => it.Endpoint[1..].Equals(parts[0], StringComparison.OrdinalIgnoreCase))
            : null;
        return (type, parts.Length == 2 && Uri.UnescapeDataString(parts[1]) is var id && Text.IsStorable(id) ? id : parts.Length == 2 ? "\uFFFD" : null);
    }

    private static string? TextIn(JsonElement json, string name) =>
        JsonMembers.FindValue(json, name) is { ValueKind: JsonValueKind.String } text ? Texts.Of(text) : null;
}
