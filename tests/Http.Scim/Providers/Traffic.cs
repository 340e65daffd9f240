namespace Roster.Tests.Http.Scim.Providers;

/// <summary>
/// What an identity provider sends, step after step, as its public documentation has it. After each step the whole account is
/// compared: all users as they are shown, with ids replaced by the names under which the traffic knows them.
/// </summary>
internal sealed class Traffic(Client client, params (string Name, string Value)[] headers)
{
    private readonly Dictionary<string, string> _ids = [];

    /// <summary>The last answer.</summary>
    public Answer Answer { get; private set; } = null!;

    /// <param name="status">What the provider has to be told.</param>
    /// <param name="users">The account's users then; null where nothing may have changed.</param>
    public async Task StepAsync(string method, string target, string? body, int status, params string[]? users)
    {
        var before = await StateAsync();
        Answer = await client.SendAsync(method, Fill(target), body is null ? null : Fill(body), headers);
        Answer.Status.ShouldBe(status, $"{method} {target}\n{Answer}");
        (await StateAsync()).ShouldBe(users ?? before, $"{method} {target} {body}");
    }

    /// <summary>The id in the last answer gets a name.</summary>
    public void Call(string name) => _ids[name] = Answer.Json.Id();

    public int Total => Answer.Json.GetProperty("totalResults").GetInt32();

    private async Task<string[]> StateAsync()
    {
        var list = (await client.GetAsync("/Users?count=1000")).Json.GetProperty("Resources");
        return [.. list.EnumerateArray().Select(user => Named(Client.Own(user)))];
    }

    private string Fill(string text) => _ids.Aggregate(text.Replace("{base}", Client.Base), (filled, known) => filled.Replace($"{{{known.Key}}}", known.Value));

    private string Named(string text) => _ids.Aggregate(text.Replace(Client.Base, "{base}"), (named, known) => named.Replace(known.Value, $"{{{known.Key}}}"));
}
