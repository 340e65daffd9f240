using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Postgres;

/// <summary>Server processes over one database. A client gets each answer from another one than the answer before.</summary>
internal sealed class Processes : IAccounts, IAsyncDisposable
{
    private readonly SharedDatabase _database;
    private readonly RosterProcess[] _processes;
    private readonly HttpClient[] _each;
    private readonly HttpClient _all;

    private Processes(SharedDatabase database, RosterProcess[] processes)
    {
        (_database, _processes) = (database, processes);
        _each = [.. processes.Select(process => ClientOf(process.Port))];
        _all = ClientOf([.. processes.Select(process => process.Port)]);
    }

    public TestClock Clock => throw new NotSupportedException("The clock of processes is the machine's.");

    /// <summary>So late that no end comes while a test runs.</summary>
    public DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow().AddDays(1);

    public static async Task<Processes> StartAsync()
    {
        var database = await SharedDatabase.CreateAsync();
        var settings = database.Settings(
            ("ROSTER_BOOTSTRAP_KEY", RosterServer.BootstrapKey), ("ROSTER_OPERATOR_KEY", RosterServer.OperatorKey));
        return new(database, [await RosterProcess.StartAsync(settings), await RosterProcess.StartAsync(settings)]);
    }

    public async Task<AccountClient> OpenAccountAsync()
    {
        var opened = (await OperateAsync(HttpMethod.Post, "/api/accounts", new() { ["name"] = "Example Ltd" }))!;
        return new(_all, (string)opened["account"]!["id"]!, (string)opened["key"]!["key"]!);
    }

    public Task CloseAccountAsync(AccountClient account) => OperateAsync(HttpMethod.Delete, $"/api/accounts/{account.Account}");

    /// <summary>The same account at one process alone.</summary>
    public AccountClient AtFirst(AccountClient account) => account.At(_each[0]);

    /// <inheritdoc cref="AtFirst"/>
    public AccountClient AtSecond(AccountClient account) => account.At(_each[1]);

    public async ValueTask DisposeAsync()
    {
        foreach (var http in _each.Append(_all))
        {
            http.Dispose();
        }

        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    private static HttpClient ClientOf(params IReadOnlyList<int> ports) =>
        new(new Spread(ports)) { BaseAddress = new Uri($"http://127.0.0.1:{ports[0]}") };

    private async Task<JsonNode?> OperateAsync(HttpMethod method, string path, JsonObject? body = null)
    {
        using var message = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        message.Headers.Authorization = new("Bearer", RosterServer.OperatorKey);
        using var response = await _all.SendAsync(message);
        response.EnsureSuccessStatusCode();
        var text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
