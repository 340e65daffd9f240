namespace Roster.Tests.Http.Native.Documents;

/// <summary>Documents and plans of one account, by a key that may do everything.</summary>
internal sealed record Papers(Knocking By)
{
    public const string Yaml = "application/yaml";

    public static async Task<Papers> OfNewAccountAsync(RosterServer server)
    {
        var account = await server.OpenAccountAsync();
        await account.RegisterUserAsync("ada@example.com", "Account Administrator", "ada", "Ada");
        return new(account.Native);
    }

    public async Task<string> ExportAsync(string mediaType = Yaml)
    {
        var answer = await By.GetAsync("/api/document", ("Accept", mediaType));
        answer.Status.ShouldBe(200, answer.Text);
        answer.Header("Content-Type").ShouldBe(mediaType);
        return answer.Text;
    }

    public Task<Answer> MakeAsync(string document, string mediaType = Yaml, string query = "", params (string, string)[] headers) =>
        By.PostAsync("/api/plans" + query, document, [("Content-Type", mediaType), .. headers]);

    /// <returns>The plan's id.</returns>
    public async Task<string> PlanAsync(string document, string mediaType = Yaml, string query = "")
    {
        var answer = await MakeAsync(document, mediaType, query);
        answer.Status.ShouldBe(201, answer.Text);
        return answer.Json.GetProperty("id").GetString()!;
    }

    public Task<Answer> ApplyAsync(string plan, params (string, string)[] headers) =>
        By.SendAsync("POST", $"/api/plans/{plan}/apply", null, headers);

    /// <summary>Plans and applies, however much that removes.</summary>
    public async Task DoAsync(string document, string mediaType = Yaml)
    {
        var answer = await ApplyAsync(await PlanAsync(document, mediaType, "?maxRemovals=1000"));
        answer.Status.ShouldBe(200, answer.Text);
    }

    /// <summary>The plan's changes, a line each.</summary>
    public static IEnumerable<string> Changes(Answer plan) => plan.Json.GetProperty("changes").EnumerateArray().Select(change =>
        string.Join(' ', new[] { "action", "kind", "id", "user", "team", "in" }.Select(name => change.GetProperty(name).GetString()).OfType<string>()));

    public static string? ProblemOf(Answer answer) => answer.Json.GetProperty("type").GetString()?["urn:roster:problem:".Length..];
}
