using System.Text.Json;

namespace Roster.Bench.Load;

/// <summary>Fills an account over HTTP, as anyone would.</summary>
internal static class Accounts
{
    /// <summary>Creates the users and answers their ids.</summary>
    public static async Task<IReadOnlyList<string>> FillAsync(int port, int users, int clients = 64)
    {
        var ids = new string[users];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            await using var client = new Client(port);
            for (int i; (i = Interlocked.Increment(ref next)) < users;)
            {
                var answer = await client.SendAsync("POST", "/v1/users", User($"user{i}@example.com"));
                ids[i] = JsonDocument.Parse(answer).RootElement.GetProperty("data").GetProperty("id").GetString()!;
            }
        }));
        return ids;
    }

    /// <summary>The ids of all users that are there.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(int port)
    {
        await using var client = new Client(port);
        var ids = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var answer = await client.SendAsync("GET", $"/v1/users?limit=1000&cursor={cursor}");
            var data = JsonDocument.Parse(answer).RootElement.GetProperty("data");
            ids.AddRange(data.GetProperty("items").EnumerateArray().Select(user => user.GetProperty("id").GetString()!));
            cursor = data.TryGetProperty("next_cursor", out var next) ? next.GetString() : null;
        }

        return ids;
    }

    public static async Task<string> GroupAsync(int port)
    {
        await using var client = new Client(port);
        var answer = await client.SendAsync("POST", "/v1/groups", """{"name":"bench"}""");
        return JsonDocument.Parse(answer).RootElement.GetProperty("data").GetProperty("id").GetString()!;
    }

    /// <summary>A cursor into the middle of the list of users.</summary>
    public static async Task<string> MiddleAsync(int port, int users)
    {
        await using var client = new Client(port);
        var page = users >= 2_000 ? 1_000 : 100;
        var cursor = "";
        for (var passed = 0; passed < users / 2; passed += page)
        {
            var answer = await client.SendAsync("GET", $"/v1/users?limit={page}&cursor={cursor}");
            cursor = JsonDocument.Parse(answer).RootElement.GetProperty("data").GetProperty("next_cursor").GetString()!;
        }

        return cursor;
    }

    public static string User(string email) =>
        $$"""{"email":"{{email}}","given_name":"Ada","family_name":"Byron","phone":"+15550100","role":"Account Reviewer"}""";
}
