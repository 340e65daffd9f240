using System.Text.Json.Nodes;
using Roster.Core.Changes;

namespace Roster.Tests.Server.Calls;

/// <summary>What WhyLabs' clients send.</summary>
internal sealed class WhyLabsCalls(string account)
{
    private string Root => $"/v0/accounts/org/{account}";

    public Call Create(string email, string? externalId = null, string? userSchema = null) =>
        Make(HttpMethod.Post, "/user", new() { ["email"] = email, ["externalId"] = externalId, ["userSchema"] = userSchema });

    public Call Users() => Make(HttpMethod.Get, "/users");

    public Call UserById(string id) => Make(HttpMethod.Get, $"/user/id?user_id={id}");

    public Call UserByEmail(string email) => Make(HttpMethod.Get, $"/user/email?email={Uri.EscapeDataString(email)}");

    public Call Update(string id, JsonObject body) => Make(HttpMethod.Put, $"/user?user_id={id}", body);

    public Call SetActive(string id, bool active) => Update(id, new() { ["active"] = active });

    public Call Delete(string id) => Make(HttpMethod.Delete, $"/user/{id}");

    public Call Organizations() => Make(HttpMethod.Get, "/organizations");

    public Call Memberships(string? user = null, string? organization = null, string? role = null) => Make(
        HttpMethod.Get,
        "/memberships?" + string.Join('&', new[] { ("user_id", user), ("managed_org_id", organization), ("role", role) }
            .Where(pair => pair.Item2 is not null).Select(pair => $"{pair.Item1}={pair.Item2}")));

    public Call Add(string organization, string role, params IEnumerable<string> users) =>
        Change(organization, role, users, []);

    public Call Remove(string organization, string role, params IEnumerable<string> users) =>
        Change(organization, role, [], users);

    public Call Change(string organization, string role, IEnumerable<string> add, IEnumerable<string> remove) => Make(
        HttpMethod.Patch,
        $"/memberships?managed_org_id={organization}&role={role}",
        new() { ["userIdsToAdd"] = Texts(add), ["userIdsToDelete"] = Texts(remove) });

    public Call Replace(string organization, string role, params IEnumerable<string> users) => Make(
        HttpMethod.Put, $"/memberships?managed_org_id={organization}&role={role}", new() { ["userIds"] = Texts(users) });

    public Call CreateOrganization(string name) =>
        new(Door.WhyLabs, HttpMethod.Post, "/v1/organizations/managed-organization", new() { ["name"] = name });

    private Call Make(HttpMethod method, string path, JsonObject? body = null) => new(Door.WhyLabs, method, Root + path, body);

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
