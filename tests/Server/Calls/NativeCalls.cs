using System.Text.Json.Nodes;
using Roster.Core.Changes;

namespace Roster.Tests.Server.Calls;

/// <summary>What our own clients send.</summary>
internal sealed class NativeCalls(string account)
{
    public Call Create(string userName) => Make(HttpMethod.Post, "/users", new() { ["userName"] = userName });

    public Call CreateGroup(string name) => Make(HttpMethod.Post, "/groups", new() { ["name"] = name });

    public Call Groups(string cursor) => Make(HttpMethod.Get, $"/groups?limit=1000&cursor={cursor}");

    public Call Rename(string id, string userName) => Make(HttpMethod.Patch, $"/users/{id}", new() { ["userName"] = userName });

    public Call User(string id) => Make(HttpMethod.Get, $"/users/{id}");

    public Call Delete(string id) => Make(HttpMethod.Delete, $"/users/{id}");

    public Call Memberships(string query) => Make(HttpMethod.Get, $"/memberships?limit=1000&{query}");

    /// <param name="kind">account, organization, group or connector.</param>
    public Call Give(string kind, string scope, string user, string role, DateTimeOffset? until = null)
    {
        var body = new JsonObject { ["role"] = role };
        if (until is { } end)
        {
            body["expiresAt"] = end.UtcDateTime.ToString("O");
        }

        return Make(HttpMethod.Put, $"/memberships/{kind}/{scope}/{user}", body);
    }

    public Call GiveInAccount(string user, string role, DateTimeOffset? until = null) =>
        Give("account", account, user, role, until);

    public Call End(string kind, string scope, string user) => Make(HttpMethod.Delete, $"/memberships/{kind}/{scope}/{user}");

    public Call EndInAccount(string user) => End("account", account, user);

    public Call Invite(string user) => Make(HttpMethod.Post, $"/users/{user}/invitation");

    public Call Accept(string token) => Make(HttpMethod.Post, "/invitations/accept", new() { ["token"] = token });

    public Call Keys() => Make(HttpMethod.Get, "/keys?limit=1000");

    public Call MintKey(string owner) => Make(
        HttpMethod.Post, "/keys", new() { ["name"] = "own", ["grants"] = new JsonArray("read"), ["ownerId"] = owner });

    public Call MintAdminKey() =>
        Make(HttpMethod.Post, "/keys", new() { ["name"] = "another", ["grants"] = new JsonArray("admin") });

    public Call RevokeKey(string id) => Make(HttpMethod.Delete, $"/keys/{id}");

    public Call RotateKey(string id) => Make(HttpMethod.Post, $"/keys/{id}/rotate", new() { ["overlapSeconds"] = 0 });

    public Call Changes(long after, int limit = 1000) => Make(HttpMethod.Get, $"/changes?after={after}&limit={limit}");

    private static Call Make(HttpMethod method, string path, JsonObject? body = null) =>
        new(Door.Native, method, "/api" + path, body);
}
