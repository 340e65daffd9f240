using System.Text;
using System.Text.Json;

namespace Roster.Bench.Load.Postgres;

/// <summary>Accounts that many clients write to, each with a key of its own.</summary>
internal static class Tenants
{
    private const string Operator = "OperatorKy";

    /// <summary>The setting that <see cref="OpenAsync"/> needs.</summary>
    public static (string Name, string Value) OperatorKey { get; } = ("ROSTER_OPERATOR_KEY", $"{Operator}.{Bench.Secret}");

    /// <summary>Opens accounts and answers their keys, as Basic wants them.</summary>
    public static async Task<IReadOnlyList<string>> OpenAsync(int port, int count)
    {
        await using var client = new Client(port, Basic($"{Operator}:{Bench.Secret}"));
        var keys = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var answer = await client.SendAsync("POST", "/api/accounts", $$"""{"id":"org-bench{{i}}","name":"Bench {{i}}"}""");
            var key = JsonDocument.Parse(answer).RootElement.GetProperty("key").GetProperty("key").GetString()!;
            keys.Add(Basic(key.Split(':')[0].Replace('.', ':')));
        }

        return keys;
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
