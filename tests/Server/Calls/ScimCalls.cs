using System.Text.Json.Nodes;
using Roster.Core.Changes;

namespace Roster.Tests.Server.Calls;

/// <summary>What identity providers send.</summary>
internal sealed class ScimCalls
{
    public Call Create(string userName) => new(
        Door.Scim, HttpMethod.Post, "/scim/v2/Users", new() { ["schemas"] = Schemas("schemas:core:2.0:User"), ["userName"] = userName });

    public Call User(string id) => new(Door.Scim, HttpMethod.Get, $"/scim/v2/Users/{id}");

    public Call Add(string id, string path, JsonNode value) => new(
        Door.Scim,
        HttpMethod.Patch,
        $"/scim/v2/Users/{id}",
        new()
        {
            ["schemas"] = Schemas("api:messages:2.0:PatchOp"),
            ["Operations"] = new JsonArray(new JsonObject { ["op"] = "add", ["path"] = path, ["value"] = value }),
        });

    private static JsonArray Schemas(string name) => ["urn:ietf:params:scim:" + name];
}
