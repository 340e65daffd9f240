using System.Text.Json;
using Roster.Core.Keys;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim;

/// <summary>A provisioning client of one account. Whatever it asks, it looks at the answer's form too.</summary>
public sealed record Client(TestAccount Account, Knocking Knock)
{
    public const string Root = "/scim/v2";

    /// <summary>As <c>ROSTER_PUBLIC_URL</c> is set for tests.</summary>
    public const string Base = "https://roster.example.com/scim/v2";

    public static async Task<Client> NewAsync(RosterServer server) => Of(await server.OpenAccountAsync());

    public static Client Of(TestAccount account) => new(account, account.Scim);

    /// <summary>The same account with another key.</summary>
    public Client With(Credential key) => this with { Knock = Knocking.Scim(Account.Server, key) };

    public Task<Answer> GetAsync(string target, params (string Name, string Value)[] headers) => SendAsync("GET", target, null, headers);

    public Task<Answer> PostAsync(string target, string json, params (string Name, string Value)[] headers) => SendAsync("POST", target, json, headers);

    public Task<Answer> PutAsync(string target, string json, params (string Name, string Value)[] headers) => SendAsync("PUT", target, json, headers);

    public Task<Answer> DeleteAsync(string target, params (string Name, string Value)[] headers) => SendAsync("DELETE", target, null, headers);

    /// <param name="operations">Each as JSON.</param>
    public Task<Answer> PatchAsync(string target, params string[] operations) =>
        SendAsync("PATCH", target, PatchOf(operations));

    public static string PatchOf(params string[] operations) =>
        $$"""{"schemas":["{{Urns.PatchOp}}"],"Operations":[{{string.Join(',', operations)}}]}""";

    /// <param name="members">Besides <c>schemas</c>.</param>
    public static string UserOf(string members) => $$"""{"schemas":["{{Urns.User}}"],{{members}}}""";

    public async Task<Answer> SendAsync(string method, string target, string? json, params (string Name, string Value)[] headers)
    {
        var answer = await Knock.SendAsync(method, Root + target, json, headers);
        Form.Holds(answer, isPartial: (target + json).Contains("ttributes", StringComparison.OrdinalIgnoreCase));
        Documented.Holds(method, Root + target, answer);
        return answer;
    }

    public async Task<JsonElement> CreateUserAsync(string members)
    {
        var answer = await PostAsync("/Users", UserOf(members));
        answer.Status.ShouldBe(201, answer.ToString());
        return answer.Json;
    }

    /// <summary>The ids of the users whom a filter finds, in their order.</summary>
    public async Task<List<string>> FindAsync(string filter, string more = "&count=1000")
    {
        var answer = await GetAsync($"/Users?filter={Uri.EscapeDataString(filter)}{more}");
        answer.Status.ShouldBe(200, $"{filter}\n{answer}");
        return [.. answer.Json.GetProperty("Resources").EnumerateArray().Select(user => user.GetProperty("id").GetString()!)];
    }

    public async Task<JsonElement> UserAsync(string id)
    {
        var answer = await GetAsync($"/Users/{id}");
        answer.Status.ShouldBe(200, answer.ToString());
        return answer.Json;
    }

    /// <summary>What the user is but for id, schemas and meta, as JSON.</summary>
    public async Task<string> ShownAsync(string id) => Own(await UserAsync(id));

    public static string Own(JsonElement resource) => "{" + string.Join(
        ',',
        resource.EnumerateObject()
            .Where(member => member.Name is not ("id" or "schemas" or "meta"))
            .Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}")) + "}";
}

internal static class AnswerParts
{
    public static string Id(this JsonElement resource) => resource.GetProperty("id").GetString()!;

    public static string Version(this JsonElement resource) => resource.GetProperty("meta").GetProperty("version").GetString()!;

    /// <summary>Status and scimType.</summary>
    public static string Error(this Answer answer) =>
        answer.Status < 400 ? answer.Status.ToString()
        : answer.Json.TryGetProperty("scimType", out var type) ? $"{answer.Status} {type.GetString()}"
        : answer.Status.ToString();
}
