namespace Roster.Tests.Http.Scim.Providers;

/// <summary>What an identity provider sends about groups, step after step; after each all teams and levels with members are compared.</summary>
internal sealed class GroupTraffic(Client client, params (string Name, string Value)[] headers)
{
    private readonly Dictionary<string, string> _ids = new() { ["account"] = client.Account.Id.Value };

    public Answer Answer { get; private set; } = null!;

    /// <param name="groups">What there is then, as <c>name: members</c>; null where nothing may have changed.</param>
    public async Task StepAsync(string method, string target, string? body, int status, params string[]? groups)
    {
        var before = await StateAsync();
        Answer = await client.SendAsync(method, Fill(target), body is null ? null : Fill(body), headers);
        Answer.Status.ShouldBe(status, $"{method} {target}\n{Answer}");
        (await StateAsync()).ShouldBe(groups ?? before, $"{method} {target} {body}");
    }

    public async Task AddUserAsync(string name) => _ids[name] = await client.AddUserAsync(name);

    public void Call(string name) => _ids[name] = Answer.Json.Id();

    public int Total => Answer.Json.GetProperty("totalResults").GetInt32();

    private async Task<string[]> StateAsync()
    {
        var groups = (await client.GetAsync("/Groups?count=1000")).Json.GetProperty("Resources").EnumerateArray();
        return [.. groups
            .Select(group => (Name: group.GetProperty("displayName").GetString()!, Members: Groups.MembersOf(group)))
            .Where(group => group.Members.Length > 0 || !group.Name.StartsWith("whylabs-", StringComparison.Ordinal))
            .Select(group => Named($"{group.Name}: {group.Members}").TrimEnd())];
    }

    private string Fill(string text) => _ids.Aggregate(text, (filled, known) => filled.Replace($"{{{known.Key}}}", known.Value));

    private string Named(string text) => _ids.Aggregate(text, (named, known) => named.Replace(known.Value, known.Key));
}
