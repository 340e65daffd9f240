using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Roster.Testing.Postgres;

namespace Roster.Tests.Server.Postgres;

public sealed class StartTests
{
    [Fact]
    public async Task It_starts_serves_and_stops_when_told()
    {
        await using var database = await SharedDatabase.CreateAsync();
        await using var server = await RosterProcess.StartAsync(database.Settings());

        (await server.Wire.SendAsync("GET", "/readyz")).Status.ShouldBe(200);
        server.SendTerminate();

        (await server.ExitAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Every_way_to_the_server_is_one()
    {
        await using var database = await SharedDatabase.CreateAsync();
        var parts = new NpgsqlConnectionStringBuilder(database.Connection);
        string[] addresses =
        [
            $"postgres://{parts.Username}:any@127.0.0.1:{parts.Port}/{parts.Database}?sslmode=disable",
            $"postgresql://{parts.Username}@/{parts.Database}?host={parts.Host}&port={parts.Port}",
            $"postgres:postgresql://{parts.Username}@{Uri.EscapeDataString(parts.Host!)}:{parts.Port}/{parts.Database}",
            $"postgres://{parts.Username}@127.0.0.1:1,127.0.0.1:{parts.Port}/{parts.Database}?target_session_attrs=primary",
            $"postgres://{parts.Username}@/{parts.Database}?host=127.0.0.1,{parts.Host}&port=1,{parts.Port}",
        ];
        foreach (var address in addresses)
        {
            await using var server = await RosterProcess.StartAsync(database.Settings(("ROSTER_STORE", address)));

            (await server.Wire.SendAsync("GET", "/readyz")).Status.ShouldBe(200, address);
        }
    }

    [Fact]
    public async Task What_the_drivers_keywords_would_break_stays_whole()
    {
        await using var database = await SharedDatabase.CreateAsync();
        await using var server = await RosterProcess.StartAsync(database.Settings(
            ("ROSTER_STORE", $"postgres:{database.Connection};Multiplexing=true;Client Encoding=LATIN1;Command Timeout=1;Max Auto Prepare=0"),
            ("ROSTER_BOOTSTRAP_KEY", RosterServer.BootstrapKey)));
        var key = ("Authorization", "Bearer " + RosterServer.BootstrapKey);

        var made = await server.Wire.SendAsync("POST", "/api/organizations", """{"name":"Łódź €"}"""u8.ToArray(), key, ("Content-Type", "application/json"));

        made.Status.ShouldBe(201);
        made.Json.GetProperty("name").GetString().ShouldBe("Łódź €");
        (await database.CountAsync("scopes WHERE name = 'Łódź €'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_database_that_is_away_is_waited_for_and_then_said_to_be_in_one_line()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();
        var waiting = Stopwatch.StartNew();

        await ShouldNotStartAsync($"postgres://ada:s3cret@127.0.0.1:{port}/roster", "refused");

        waiting.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_database_that_lets_nobody_in_is_said_so()
    {
        var cluster = await PostgresCluster.SharedAsync();

        await ShouldNotStartAsync($"postgres://nobody:s3cret@127.0.0.1:{cluster.Port}/postgres", "nobody");
        await ShouldNotStartAsync($"postgres://roster:s3cret@127.0.0.1:{cluster.Port}/missing", "missing");
    }

    private static async Task ShouldNotStartAsync(string address, string why)
    {
        var (code, output, errors) = await RosterProcess.RunAsync(
            new Dictionary<string, string> { ["ROSTER_STORE"] = address }, "--urls", "http://127.0.0.1:0");

        code.ShouldBe(3, errors);
        output.Trim().ShouldBeEmpty();
        errors.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(why);
        errors.ShouldNotContain("s3cret");
    }
}
