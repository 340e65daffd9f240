using Roster.Storage;
using Roster.Storage.Postgres;
using Roster.Storage.Sql;
using Roster.Testing.Postgres;
using Roster.Tests.Storage.Conformance.Postgres.Plans;
using Roster.Tests.Storage.Conformance.Postgres.Sharding;

namespace Roster.Tests.Storage.Conformance.Postgres;

/// <summary>What 'store distribute' says and sends. Citus itself is not here: its catalog and its functions are stood in for.</summary>
public sealed class DistributionTests
{
    private static readonly CitusFacts Citus = new(IsInstalled: true, IsCreated: true, []);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_without_citus_is_told_what_to_do_and_left_as_it_is()
    {
        var connection = await TestTables.CreateAsync();
        var output = new StringWriter();

        var refused = await Should.ThrowAsync<StoreStartException>(Distribution.RunAsync(connection, output, Token));

        refused.Message.ShouldContain("ALTER SYSTEM SET shared_preload_libraries = 'citus'");
        refused.Message.ShouldContain("CREATE EXTENSION citus");
        output.ToString().ShouldBeEmpty();
        await using var database = await TestTables.OpenAsync(connection);
        (await Distribution.IsDistributedAsync(database, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_said_to_be_away()
    {
        var refused = await Should.ThrowAsync<StoreStartException>(
            Distribution.RunAsync("Host=/nowhere;Username=roster", TextWriter.Null, Token));

        refused.Message.ShouldContain("/nowhere");
    }

    [Fact]
    public async Task What_is_missing_is_done_once()
    {
        var connection = await TestTables.CreateAsync();
        await TestTables.RunAsync(connection, CitusStandIn.Script);
        (await RunAsync(connection)).SkipLast(1).ShouldBe(Distribution.Commands(Citus));

        (await RunAsync(connection)).ShouldHaveSingleItem().ShouldContain("already");

        await TestTables.RunAsync(connection, "DELETE FROM pg_dist_partition WHERE logicalrelid IN ('keys'::regclass, 'store'::regclass)");
        (await RunAsync(connection)).SkipLast(1).ShouldBe(
            ["SELECT create_distributed_table('keys', 'account', colocate_with => 'accounts')", "SELECT create_reference_table('store')"]);
    }

    [Fact]
    public async Task A_database_without_tables_gets_them()
    {
        var connection = await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync();
        await TestTables.RunAsync(connection, CitusStandIn.Script);

        await RunAsync(connection);

        await using var database = await TestTables.OpenAsync(connection);
        (await CitusFacts.PlacesAsync(database, Token)).Select(place => place.Table)
            .ShouldBe(Distribution.AccountTables.Concat(Distribution.ReferenceTables.Keys), ignoreOrder: true);
    }

    /// <summary>Citus cannot make a plan that is good for every account.</summary>
    [Fact]
    public async Task Afterwards_the_store_knows_that_it_is_distributed()
    {
        var connection = await TestTables.CreateAsync();
        await TestTables.RunAsync(connection, CitusStandIn.Script);
        (await PlansOfAsync(connection)).ShouldBe("force_generic_plan");

        await RunAsync(connection);

        (await PlansOfAsync(connection)).ShouldBe("auto");
    }

    [Fact]
    public async Task What_somebody_distributed_otherwise_is_not_touched()
    {
        var connection = await TestTables.CreateAsync();
        await TestTables.RunAsync(connection, CitusStandIn.Script + "SELECT create_distributed_table('users', 'user_id');");

        var refused = await Should.ThrowAsync<StoreStartException>(RunAsync(connection));

        refused.Message.ShouldContain("undistribute_table('users')");
        await using var database = await TestTables.OpenAsync(connection);
        (await CitusFacts.PlacesAsync(database, Token)).ShouldHaveSingleItem().Table.ShouldBe("users");
    }

    [Fact]
    public void The_accounts_come_first_and_all_else_beside_them()
    {
        var commands = Distribution.Commands(Citus);

        commands[0].ShouldBe("SELECT create_distributed_table('accounts', 'account')");
        commands.Skip(1).SkipLast(2).ShouldAllBe(command => command.EndsWith("'account', colocate_with => 'accounts')"));
        commands.TakeLast(2).ShouldBe(["SELECT create_reference_table('key_accounts')", "SELECT create_reference_table('store')"]);
        commands.ShouldAllBe(command => !command.Contains(';'));
    }

    [Theory]
    [InlineData("accounts", null, 1)]
    [InlineData("accounts", "name", 1)]
    [InlineData("keys", "account", 2)]
    [InlineData("keys", null, 1)]
    [InlineData("store", "name", 1)]
    public void A_table_in_another_place_is_a_problem(string table, string? column, int colocation)
    {
        CitusPlace[] rest = table == "accounts" ? [] : [new("accounts", "account", 1)];

        Distribution.Problem(Citus with { Places = [.. rest, new(table, column, colocation)] }).ShouldNotBeNull().ShouldContain($"'{table}'");
    }

    [Fact]
    public void A_database_that_does_not_use_citus_yet_is_told_so()
    {
        Distribution.Problem(Citus).ShouldBeNull();
        Distribution.Problem(Citus with { IsCreated = false }).ShouldNotBeNull().ShouldContain("  CREATE EXTENSION citus");
    }

    private static async Task<string?> PlansOfAsync(string connection)
    {
        await using var store = await PostgresStore.OpenAsync(new() { Connection = connection }, TimeProvider.System, Token);
        return await ((ISqlStore)store).QueryAsync(sql => sql.OneAsync("SELECT current_setting('plan_cache_mode')", row => row.Text(0)), Token);
    }

    private static async Task<string[]> RunAsync(string connection)
    {
        var output = new StringWriter();
        await Distribution.RunAsync(connection, output, Token);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
