namespace Roster.Tests.Http.Scim.Providers;

/// <summary>
/// What an identity provider sends, step after step, as its public documentation has it. After each step the whole account is
/// compared: all users and teams as they are shown, with ids replaced by the names under which the traffic knows them.
/// </summary>
internal sealed class Traffic(Client client, params (string Name, string Value)[] headers)
{
    private readonly Dictionary<string, string> _ids = [];

    /// <summary>The last answer.</summary>
    public Answer Answer { get; private set; } = null!;

    /// <param name="status">What the provider has to be told.</param>
    /// <param name="shown">The account's users and then its teams; null where nothing may have changed.</param>
    public async Task StepAsync(string method, string target, string? body, int status, params string[]? shown)
    {
        var before = await StateAsync();
        Answer = await client.SendAsync(method, Fill(target), body is null ? null : Fill(body), headers);
        Answer.Status.ShouldBe(status, $"{method} {target}\n{Answer}");
        (await StateAsync()).ShouldBe(shown ?? before, $"{method} {target} {body}");
    }

    /// <summary>The id in the last answer gets a name.</summary>
    public void Call(string name) => _ids[name] = Answer.Json.Id();

    public int Total => Answer.Json.GetProperty("totalResults").GetInt32();

    private async Task<string[]> StateAsync()
    {
        var users = (await client.GetAsync("/Users?count=1000")).Json.GetProperty("Resources").EnumerateArray();
        var groups = (await client.GetAsync("/Groups?count=1000")).Json.GetProperty("Resources").EnumerateArray();

        // The groups of levels are always there; what they hold is seen at the users.
        var teams = groups.Where(group => !group.Id().StartsWith("whylabs-", StringComparison.Ordinal));
        return [.. users.Concat(teams).Select(resource => Named(Client.Own(resource)))];
    }

    private string Fill(string text) => _ids.Aggregate(text.Replace("{base}", Client.Base), (filled, known) => filled.Replace($"{{{known.Key}}}", known.Value));

    private string Named(string text) => _ids.Aggregate(text.Replace(Client.Base, "{base}"), (named, known) => named.Replace(known.Value, $"{{{known.Key}}}"));
}
