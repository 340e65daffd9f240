using System.Text.Json;

namespace Roster.Bench.Load.Postgres;

/// <summary>
/// What users, memberships, keys and their log take up in PostgreSQL: made over HTTP as anyone would, in accounts with ids as
/// the server chooses them, and then measured.
/// </summary>
internal static class Sizes
{
    private const int Accounts = 20;
    private const int Users = 10_000;
    private const int Organizations = 10;
    private const int Groups = 100;
    private const int Keys = 100;
    private const int Clients = 8;

    public static async Task RunAsync(Bench bench)
    {
        await using var postgres = await PostgresServer.StartAsync(18_082);
        await using (var roster = await Bench.RosterAsync(postgres.Store, 18_080, Tenants.OperatorKey))
        {
            var tenants = await Tenants.OpenAsync(roster.Port, Accounts, i => $$"""{"name":"Bench {{i}}"}""");
            await Task.WhenAll(tenants.Select(tenant => FillAsync(roster.Port, tenant)));
        }

        await postgres.SettleAsync();
        Console.WriteLine(await postgres.AskAsync("sizes.sql"));
    }

    private static async Task FillAsync(int port, (string Account, string Basic) tenant)
    {
        await using var client = new Client(port, tenant.Basic);
        var organizations = await CreateAsync(client, "organizations", Organizations, i => $$"""{"name":"Department {{i}}"}""");
        var groups = await CreateAsync(client, "groups", Groups, i => $$"""{"name":"Warehouse {{i}}"}""");
        await CreateAsync(client, "keys", Keys, i => $$"""{"name":"Pipeline {{i}}","grants":["read"]}""");
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            await using var own = new Client(port, tenant.Basic);
            for (int i; (i = Interlocked.Increment(ref next)) < Users;)
            {
                var user = await CreateAsync(own, "users", User(i));
                await GiveAsync(own, $"account/{tenant.Account}/{user}", "Account Reviewer");
                await GiveAsync(own, $"organization/{organizations[i % Organizations]}/{user}", "Organization Member");
                await GiveAsync(own, $"group/{groups[i % Groups]}/{user}", "View Destination");
            }
        }));
    }

    private static async Task<IReadOnlyList<string>> CreateAsync(Client client, string kind, int count, Func<int, string> body)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            ids.Add(await CreateAsync(client, kind, body(i)));
        }

        return ids;
    }

    private static async Task<string> CreateAsync(Client client, string kind, string body)
    {
        var answer = await client.SendAsync("POST", "/api/" + kind, body);
        return JsonDocument.Parse(answer).RootElement.GetProperty("id").GetString()!;
    }

    private static async Task GiveAsync(Client client, string membership, string role) =>
        await client.SendAsync("PUT", "/api/memberships/" + membership, $$"""{"role":"{{role}}"}""");

    private static string User(int i) =>
        $$"""{"userName":"augusta.byron{{i}}@example.com","givenName":"Augusta","familyName":"Byron","externalId":"{{Guid.NewGuid()}}"}""";
}
