using System.Text;
using System.Text.Json;

namespace Roster.Bench.Load.Postgres;

/// <summary>Accounts that many clients write to, each with a key of its own.</summary>
internal static class Tenants
{
    private const string Operator = "OperatorKy";

    /// <summary>The setting that opening accounts needs.</summary>
    public static (string Name, string Value) OperatorKey { get; } = ("ROSTER_OPERATOR_KEY", $"{Operator}.{Bench.Secret}");

    /// <summary>Opens accounts and answers their keys, as Basic wants them.</summary>
    public static async Task<IReadOnlyList<string>> OpenAsync(int port, int count)
    {
        var tenants = await OpenAsync(port, count, i => $$"""{"id":"org-bench{{i}}","name":"Bench {{i}}"}""");
        return [.. tenants.Select(tenant => tenant.Basic)];
    }

    /// <summary>The same with bodies of one's own; answers the accounts' ids too.</summary>
    public static async Task<IReadOnlyList<(string Account, string Basic)>> OpenAsync(int port, int count, Func<int, string> body)
    {
        await using var client = new Client(port, Basic($"{Operator}:{Bench.Secret}"));
        var tenants = new List<(string, string)>();
        for (var i = 0; i < count; i++)
        {
            var answer = await client.SendAsync("POST", "/api/accounts", body(i));
            var key = JsonDocument.Parse(answer).RootElement.GetProperty("key").GetProperty("key").GetString()!.Split(':');
            tenants.Add((key[1], Basic(key[0].Replace('.', ':'))));
        }

        return tenants;
    }

    /// <summary>For <c>wrk</c>: creates users, each in the account of one of the keys.</summary>
    /// <param name="run">Begins every user name, so that no other run has the same.</param>
    public static string Creating(IReadOnlyList<string> keys, string run) => $$"""
        local keys = {{{string.Join(',', keys.Select(key => $"\"{key}\""))}}}
        local headers = {}
        for i, key in ipairs(keys) do
          headers[i] = {["Authorization"] = "Basic " .. key, ["Content-Type"] = "application/json"}
        end
        -- Without it every wrk would choose the same accounts at the same time.
        math.randomseed({{Random.Shared.Next()}})
        local n = 0
        request = function()
          n = n + 1
          local body = '{"email":"{{run}}-' .. n .. '@example.com","given_name":"Ada","family_name":"Byron"}'
          return wrk.format("POST", nil, headers[math.random(#headers)], body)
        end
        """;

    private static string Basic(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
}
