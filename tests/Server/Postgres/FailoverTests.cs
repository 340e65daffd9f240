using Npgsql;

namespace Roster.Tests.Server.Postgres;

/// <summary>The primary is lost, and its standby takes over while the server runs.</summary>
public sealed class FailoverTests
{
    [Fact]
    public async Task The_server_goes_on_in_another_epoch()
    {
        await using var replication = await Replication.StartAsync();
        await using var process = await StartAsync(replication.ToBoth);
        var server = new Speaker(process);
        var before = await server.AddUserAsync("ada@example.com");
        (await server.UsersAsync()).Revision().ShouldBe(before.Revision());
        await replication.CatchUpAsync();

        await replication.Primary.StopAsync();
        (await server.GetAsync("/readyz")).Status.ShouldBe(503);
        await replication.Standby.PromoteAsync();

        var after = await server.PersistAsync("/api/users?limit=1000");
        after.Status.ShouldBe(200, after.ToString());
        after.Text.ShouldContain("ada@example.com");
        after.Epoch().ShouldNotBe(before.Epoch());
        (await server.AddUserAsync("bob@example.com")).Epoch().ShouldBe(after.Epoch());
        (await server.UsersAsync()).Text.ShouldContain("bob@example.com");
        (await server.GetAsync("/readyz")).Status.ShouldBe(200);

        var refused = await server.UsersAsync(before.Revision());
        refused.Status.ShouldBe(400, refused.ToString());
        refused.Text.ShouldContain("Roster-At-Least");
    }

    /// <summary>
    /// What was answered last is lost, and the same revision is another one now. The request is on its way when the primary goes, so
    /// that it began in the epoch whose answers are kept.
    /// </summary>
    [Fact]
    public async Task Nothing_that_was_kept_is_answered_where_the_same_revision_was_written_again()
    {
        await using var replication = await Replication.StartAsync();
        await using var process = await StartAsync(replication.ToBoth);
        var server = new Speaker(process);
        await replication.SeverAsync();
        var lost = (await server.AddUserAsync("lost@example.com")).Revision();
        (await server.UsersAsync()).Text.ShouldContain("lost@example.com");
        (await server.UsersAsync()).Revision().ShouldBe(lost);

        await replication.Standby.PromoteAsync();
        await using var other = await StartAsync(replication.ToStandby);
        var found = (await new Speaker(other).AddUserAsync("found@example.com")).Revision();
        found.Split('-')[^1].ShouldBe(lost.Split('-')[^1]);
        await using var holding = await HoldReadersAsync(replication);
        var asked = server.UsersAsync();
        await Replication.WaitAsync(replication.Primary, "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)");
        await replication.Primary.StopImmediateAsync();

        var answer = await asked;
        answer.Status.ShouldBe(200, answer.ToString());
        answer.Text.ShouldContain("found@example.com");
        answer.Text.ShouldNotContain("lost@example.com");
        answer.Revision().ShouldBe(found);
    }

    /// <summary>As behind a proxy, which sends new connections elsewhere and leaves the old ones where they are.</summary>
    [Fact]
    public async Task Nobody_goes_on_with_the_old_primary_once_somebody_has_found_the_new_one()
    {
        await using var replication = await Replication.StartAsync();
        await using var process = await StartAsync(replication.ToBoth);
        var server = new Speaker(process);
        var before = await server.AddUserAsync("ada@example.com");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => server.GetAsync($"/api/users?limit={i + 1}")));
        await replication.SeverAsync();

        await replication.Standby.PromoteAsync();
        var database = new NpgsqlConnectionStringBuilder(replication.Connection).Database;
        await Replication.AskAsync(replication.Primary, $"ALTER DATABASE {database} ALLOW_CONNECTIONS false");
        await Replication.AskAsync(
            replication.Primary, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}' AND query ~ 'clock_timestamp|pg_notify|LISTEN'");
        await EpochEndsAsync(server, before.Epoch());

        for (var i = 0; i < 50; i++)
        {
            var written = await server.AddUserAsync($"user{i}@example.com");
            written.Epoch().ShouldNotBe(before.Epoch());
            (await server.GetAsync($"/api/users?limit={i + 1}")).Revision().ShouldBe(written.Revision());
        }

        await using var source = NpgsqlDataSource.Create(replication.ToStandby);
        await using var command = source.CreateCommand("SELECT count(*) FROM users");
        (await command.ExecuteScalarAsync()).ShouldBe(51L);
    }

    private static Task<RosterProcess> StartAsync(string connection) => RosterProcess.StartAsync(new Dictionary<string, string>
    {
        ["ROSTER_STORE"] = "postgres:" + connection,
        ["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey,
    });

    private static async Task<NpgsqlConnection> HoldReadersAsync(Replication replication)
    {
        var connection = new NpgsqlConnection(replication.Connection + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("BEGIN; LOCK TABLE accounts, changes", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task EpochEndsAsync(Speaker server, string epoch)
    {
        var waiting = System.Diagnostics.Stopwatch.StartNew();
        while ((await server.GetAsync("/api/account")).Epoch() == epoch)
        {
            waiting.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        }
    }
}
