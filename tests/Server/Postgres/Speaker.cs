using System.Diagnostics;

namespace Roster.Tests.Server.Postgres;

/// <summary>Asks the first account of one process through the native door.</summary>
internal sealed class Speaker(RosterProcess process, string key = RosterServer.BootstrapKey)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public Speaker With(string otherKey) => new(process, otherKey);

    /// <param name="atLeast">A revision as an answer named it; null to name none.</param>
    public Task<Answer> GetAsync(string path, string? atLeast = null) => process.Wire.SendAsync("GET", path, null, Headers(atLeast));

    public async Task<Answer> DoAsync(string method, string path, string? body = null, string? atLeast = null)
    {
        var answer = await process.Wire.SendAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), Headers(atLeast));
        answer.Status.ShouldBeInRange(200, 299, answer.ToString());
        return answer;
    }

    public Task<Answer> AddUserAsync(string email) => DoAsync("POST", "/api/users", $$"""{"userName":"{{email}}"}""");

    public Task<Answer> UsersAsync(string? atLeast = null) => GetAsync("/api/users?limit=1000", atLeast);

    /// <summary>Asks until the store is there again.</summary>
    public async Task<Answer> PersistAsync(string path)
    {
        for (var waiting = Stopwatch.StartNew(); ;)
        {
            var answer = await GetAsync(path);
            if (answer.Status != 503 || waiting.Elapsed > Patience)
            {
                return answer;
            }
        }
    }

    private List<(string Name, string Value)> Headers(string? atLeast)
    {
        List<(string, string)> headers = [("Authorization", "Bearer " + key), ("Content-Type", "application/json")];
        return atLeast is null ? headers : [.. headers, ("Roster-At-Least", atLeast)];
    }
}

/// <summary>What an answer says of where it was judged.</summary>
internal static class Revisions
{
    public static string Revision(this Answer answer) => answer.Header("Roster-Revision").ShouldNotBeNull(answer.ToString());

    public static string Epoch(this Answer answer) => answer.Revision().Split('-')[0];
}
