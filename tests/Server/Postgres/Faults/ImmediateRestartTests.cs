using Npgsql;
using Roster.Core.Values;
using Roster.Testing.Postgres;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Postgres.Faults;

/// <summary>The database crashes again and again while two processes write to it.</summary>
public sealed class ImmediateRestartTests
{
    private const int Seed = 4_711;
    private const int Accounts = 4;
    private static readonly int Rounds = FullMode.Of(50, normally: 5);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Nothing_answered_is_lost_and_nothing_is_done_twice()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        var connection = await cluster.CreateDatabaseAsync();
        await using var first = await StartAsync(connection);
        await using var second = await StartAsync(connection);
        var accounts = await OpenAccountsAsync(first);
        RestartLoad[] loads = [new(first.Port, "a", accounts), new(second.Port, "b", accounts)];
        await using (loads[0])
        await using (loads[1])
        {
            var random = new Random(Seed);
            var waits = new List<TimeSpan>();
            for (var round = 0; round < Rounds; round++)
            {
                await Task.WhenAll(loads.Select(load => load.SucceedAsync(random.Next(10, 100))));
                await cluster.RestartImmediateAsync();
                waits.AddRange(await Task.WhenAll(loads.Select(load => load.SucceedAsync(1))));
            }

            await Task.WhenAll(loads.Select(load => load.StopAsync()));
            waits.ShouldAllBe(wait => wait < Soon, string.Join(", ", waits));
            foreach (var account in accounts)
            {
                await ShouldHoldAsync(connection, account.Account, loads.SelectMany(load => load.Writers).Where(writer => writer.Account == account.Account).ToList());
                await ShouldShowOneLogAsync(account, first, second);
            }
        }

        var replay = await PostgresReplay.RunAsync(
            connection, await cluster.CreateDatabaseAsync(), accounts.Select(account => new AccountId(account.Account)));
        replay.Replayed.ShouldBe(replay.State);
    }

    private static Task<RosterProcess> StartAsync(string connection) => RosterProcess.StartAsync(new Dictionary<string, string>
    {
        ["ROSTER_STORE"] = "postgres:" + connection,
        ["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey,
        ["ROSTER_OPERATOR_KEY"] = RosterServer.OperatorKey,
    });

    private static async Task<List<(string Account, string Key)>> OpenAccountsAsync(RosterProcess process)
    {
        var accounts = new List<(string, string)>();
        for (var i = 0; i < Accounts; i++)
        {
            var opened = await process.Wire.SendAsync(
                "POST", "/api/accounts", """{"name":"Example Ltd"}"""u8.ToArray(), ("Authorization", "Bearer " + RosterServer.OperatorKey), ("Content-Type", "application/json"));
            opened.Status.ShouldBe(201, opened.Text);
            accounts.Add((opened.Json.GetProperty("account").GetProperty("id").GetString()!, opened.Json.GetProperty("key").GetProperty("key").GetString()!));
        }

        return accounts;
    }

    /// <summary>The tables have what was answered, and each user was made once, and deleted at most once.</summary>
    private static async Task ShouldHoldAsync(string connection, string account, IReadOnlyList<RestartWriter> writers)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        var present = await ListAsync(source, $"SELECT name FROM users WHERE account = '{account}' AND deleted_in IS NULL");
        var made = await ListAsync(source, $"SELECT facts FROM changes WHERE account = '{account}' AND kind = 'UserCreated'");
        var deleted = await ListAsync(source, $"SELECT facts FROM changes WHERE account = '{account}' AND kind = 'UserDeleted'");

        writers.SelectMany(writer => writer.Present).Except(present).ShouldBeEmpty();
        writers.SelectMany(writer => writer.Absent).Intersect(present).ShouldBeEmpty();
        present.ShouldBeUnique();
        deleted.ShouldBeUnique();
        (made.Count - deleted.Count).ShouldBe(present.Count);
        var answered = writers.Sum(writer => writer.Present.Count() + writer.Absent.Count);
        made.Count.ShouldBeInRange(answered, answered + writers.Sum(writer => writer.Refused));
    }

    private static async Task ShouldShowOneLogAsync((string Account, string Key) account, params IReadOnlyList<RosterProcess> processes)
    {
        var logs = new List<IReadOnlyList<LoggedChange>>();
        foreach (var process in processes)
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{process.Port}") };
            logs.Add(await AccountLog.ReadAsync(new(http, account.Account, account.Key), 0));
        }

        logs[1].Select(change => change.ToString()).ShouldBe(logs[0].Select(change => change.ToString()));
    }

    private static async Task<List<string>> ListAsync(NpgsqlDataSource source, string query)
    {
        await using var command = source.CreateCommand(query);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
