using System.Diagnostics;
using Roster.Core.Access;
using Roster.Core.Accounts;
using Roster.Server.Composition;
using Roster.Storage;
using Roster.Storage.Postgres;

namespace Roster.Tests.Server.Postgres;

/// <summary>Processes that are started at the same moment on one empty database.</summary>
public sealed class FirstStartTests
{
    // The greeting ends with it.
    private const string LastLine = "/api/account";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task One_of_them_makes_the_first_account_and_prints_its_key()
    {
        await using var database = await SharedDatabase.CreateAsync();
        var servers = await StartAsync(database.Settings());
        try
        {
            (await database.CountAsync("accounts")).ShouldBe(1);
            await WaitAsync(() => Task.FromResult(Array.Exists(servers, server => server.Output.Contains(LastLine, StringComparison.Ordinal))));
            var key = servers.SelectMany(server => KeysIn(server.Output)).ShouldHaveSingleItem();
            await ShouldOpenAsync(servers, key);
        }
        finally
        {
            await DisposeAsync(servers);
        }
    }

    [Fact]
    public async Task With_the_same_bootstrap_key_all_of_them_open_its_account()
    {
        await using var database = await SharedDatabase.CreateAsync();
        var servers = await StartAsync(database.Settings(("ROSTER_BOOTSTRAP_KEY", RosterServer.BootstrapKey)));
        try
        {
            (await database.CountAsync("accounts")).ShouldBe(1);
            await ShouldOpenAsync(servers, RosterServer.BootstrapKey);
        }
        finally
        {
            await DisposeAsync(servers);
        }
    }

    /// <summary>Held until both have found the store empty, and wait to make an account.</summary>
    [Fact]
    public async Task Who_has_waited_for_anothers_first_start_looks_again()
    {
        await using var database = await SharedDatabase.CreateAsync();
        await using var first = await OpenAsync(database);
        await using var second = await OpenAsync(database);
        await using var third = await OpenAsync(database);

        Task<OpenedAccount?>[] starts;
        await using (await third.TakeFirstStartAsync(CancellationToken.None))
        {
            starts = [FirstStartOf(first).RunAsync(null, CancellationToken.None), FirstStartOf(second).RunAsync(null, CancellationToken.None)];
            await WaitAsync(async () => await database.CountAsync(
                "pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%pg_try_advisory_lock%'") == 3);
        }

        var opened = await Task.WhenAll(starts);
        opened.Count(account => account is not null).ShouldBe(1);
        (await database.CountAsync("accounts")).ShouldBe(1);
    }

    [Fact]
    public async Task Who_has_waited_too_long_for_anothers_first_start_says_so()
    {
        await using var database = await SharedDatabase.CreateAsync();
        await using var hanging = await OpenAsync(database);
        await using var waiting = await OpenAsync(database, patience: TimeSpan.FromMilliseconds(500));
        await using (await hanging.TakeFirstStartAsync(CancellationToken.None))
        {
            var refused = await Should.ThrowAsync<StoreStartException>(FirstStartOf(waiting).RunAsync(null, CancellationToken.None));
            refused.Message.ShouldContain("Another process");
        }

        (await FirstStartOf(waiting).RunAsync(null, CancellationToken.None)).ShouldNotBeNull();
    }

    private static async Task<OpenStore> OpenAsync(SharedDatabase database, TimeSpan? patience = null) => OpenStore.Of(
        await PostgresStore.OpenAsync(
            new() { Connection = database.Connection, Patience = patience ?? Patience }, TimeProvider.System, CancellationToken.None));

    private static FirstStart FirstStartOf(OpenStore store) =>
        new(store, store.Store, new OpenAccount(store.Store, new Writing(store.Store, new RandomIds(TimeProvider.System))));

    private static Task<RosterProcess[]> StartAsync(Dictionary<string, string> settings) =>
        Task.WhenAll(RosterProcess.StartAsync(settings), RosterProcess.StartAsync(settings), RosterProcess.StartAsync(settings));

    private static async Task ShouldOpenAsync(IEnumerable<RosterProcess> servers, string key)
    {
        foreach (var server in servers)
        {
            (await server.Wire.SendAsync("GET", "/api/account", null, ("Authorization", "Bearer " + key))).Status.ShouldBe(200);
            (await server.Wire.SendAsync("GET", "/readyz")).Status.ShouldBe(200);
        }
    }

    private static async Task DisposeAsync(IEnumerable<RosterProcess> servers)
    {
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>Lines that are nothing but a key.</summary>
    private static IEnumerable<string> KeysIn(string output) => output.Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.Contains(":org-", StringComparison.Ordinal) && !line.Contains(' ', StringComparison.Ordinal));

    private static async Task WaitAsync(Func<Task<bool>> condition)
    {
        for (var waiting = Stopwatch.StartNew(); !await condition();)
        {
            waiting.Elapsed.ShouldBeLessThan(Patience);
        }
    }
}
