using System.Text.Json.Nodes;
using Roster.Core.Changes;

namespace Roster.Tests.Server.Calls;

/// <summary>What Fivetran's clients send.</summary>
internal sealed class FivetranCalls
{
    public Call Invite(string email, string? role = null, string given = "Ada", string family = "Byron") =>
        Post("/v1/users", new() { ["email"] = email, ["given_name"] = given, ["family_name"] = family, ["role"] = role });

    public Call Users(int limit = 1000) => Get($"/v1/users?limit={limit}");

    public Call User(string id) => Get($"/v1/users/{id}");

    public Call Patch(string id, JsonObject changes) => new(Door.Fivetran, HttpMethod.Patch, $"/v1/users/{id}", changes);

    public Call SetRole(string id, string role) => Patch(id, new() { ["role"] = role });

    public Call Delete(string id) => Delete_($"/v1/users/{id}");

    public Call EndRole(string id) => Delete_($"/v1/users/{id}/role");

    public Call Join(string user, Place place, string role) =>
        Post($"/v1/users/{user}/{place.Path}", new() { ["id"] = place.Id, ["role"] = role });

    public Call Memberships(string user, string path) => Get($"/v1/users/{user}/{path}?limit=1000");

    public Call Membership(string user, Place place) => Get($"/v1/users/{user}/{place.Path}/{place.Id}");

    public Call ChangeMembership(string user, Place place, string role) =>
        new(Door.Fivetran, HttpMethod.Patch, $"/v1/users/{user}/{place.Path}/{place.Id}", new() { ["role"] = role });

    public Call Leave(string user, Place place) => Delete_($"/v1/users/{user}/{place.Path}/{place.Id}");

    public Call Groups() => Get("/v1/groups?limit=1000");

    public Call AddToGroup(string group, string email, string role) =>
        Post($"/v1/groups/{group}/users", new() { ["email"] = email, ["role"] = role });

    public Call GroupUsers(string group) => Get($"/v1/groups/{group}/users?limit=1000");

    public Call RemoveFromGroup(string group, string user) => Delete_($"/v1/groups/{group}/users/{user}");

    public Call CreateGroup(string name) => Post("/v1/groups", new() { ["name"] = name });

    public Call CreateConnector(string group) => Post("/v1/connectors", new()
    {
        ["service"] = "google_sheets",
        ["group_id"] = group,
        ["config"] = new JsonObject { ["schema"] = "sheets", ["table"] = "budget" },
    });

    private static Call Get(string path) => new(Door.Fivetran, HttpMethod.Get, path);

    private static Call Post(string path, JsonObject body) => new(Door.Fivetran, HttpMethod.Post, path, body);

    private static Call Delete_(string path) => new(Door.Fivetran, HttpMethod.Delete, path);

    /// <summary>A group or connector as it stands in a path: <c>groups</c>, <c>connectors</c> or <c>connections</c>.</summary>
    internal sealed record Place(string Path, string Id);
}
