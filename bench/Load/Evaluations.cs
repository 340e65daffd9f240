using System.Text.Json;

namespace Roster.Bench.Load;

/// <summary>AuthZEN evaluations of 1,000 users, three places deep, beside a bare Kestrel that reads the same requests and writes the same answers.</summary>
internal static class Evaluations
{
    private const int Users = 1_000;
    private const int Items = 100;
    private const int Seconds = 6;
    private const string One = "/access/v1/evaluation";
    private const string Many = "/access/v1/evaluations";

    public static async Task SinglesAsync(Bench bench)
    {
        await using var world = await World.MakeAsync(bench, "evaluate.db");
        await using var bare = await bench.BareKestrelAsync(18_081, """{"decision":true}"""u8.ToArray());
        var script = Script(world, "return wrk.format(nil, nil, nil, question(ids[math.random(#ids)]))");
        var rounds = await Bench.RoundsAsync(async _ => (
            await bench.WrkAsync(world.Port, One, 64, Seconds, script),
            await bench.WrkAsync(bare.Port, One, 64, Seconds, script)));
        Bench.Report("evaluate", "/s", rounds, "≥ 0.7");
    }

    /// <summary>Decisions a second in batches, beside single questions.</summary>
    public static async Task BatchesAsync(Bench bench)
    {
        await using var world = await World.MakeAsync(bench, "batch.db");
        var single = Script(world, "return wrk.format(nil, nil, nil, question(ids[math.random(#ids)]))");
        var batch = Script(world, "return wrk.format(nil, nil, nil, batches[math.random(#batches)])");
        var rounds = await Bench.RoundsAsync(async _ => (
            Items * await bench.WrkAsync(world.Port, Many, 64, Seconds, batch),
            await bench.WrkAsync(world.Port, One, 64, Seconds, single)));
        Bench.Report("evaluate-batch", "/s", rounds, "≥ 20");
    }

    private static string Script(World world, string request) => $$$"""
        local ids = {{{{string.Join(',', world.Ids.Select(id => $"\"{id}\""))}}}}
        wrk.method = "POST"
        wrk.headers["Content-Type"] = "application/json"
        local function question(id)
          return '{"subject":{"type":"user","id":"' .. id .. '"},"action":{"name":"read"},"resource":{"type":"connector","id":"{{{world.Connector}}}"}}'
        end
        -- Put together beforehand, since wrk is slower at that than the server at reading it.
        local batches = {}
        for i = 1, 50 do
          local items = {}
          for j = 1, {{{Items}}} do items[j] = '{"subject":{"type":"user","id":"' .. ids[math.random(#ids)] .. '"}}' end
          batches[i] = '{"action":{"name":"read"},"resource":{"type":"connector","id":"{{{world.Connector}}}"},"evaluations":[' .. table.concat(items, ',') .. ']}'
        end
        request = function()
          {{{request}}}
        end
        """;

    /// <summary>Every user sees the account, and with it the connector in its group.</summary>
    private sealed record World(Running Server, IReadOnlyList<string> Ids, string Connector) : IAsyncDisposable
    {
        public int Port => Server.Port;

        public static async Task<World> MakeAsync(Bench bench, string file)
        {
            var server = await Bench.RosterAsync(bench.Sqlite(file), 18_080);
            var ids = await Accounts.FillAsync(server.Port, Users);
            await using var client = new Client(server.Port);
            var group = await Accounts.GroupAsync(server.Port);
            var made = await client.SendAsync("POST", "/api/connectors", $$"""{"name":"orders","groupId":"{{group}}","service":"kafka"}""");
            return new(server, ids, JsonDocument.Parse(made).RootElement.GetProperty("id").GetString()!);
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
