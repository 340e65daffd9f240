using Microsoft.Extensions.DependencyInjection;
using Roster.Http;
using Roster.Tests.Server.Requests;

namespace Roster.Tests.Server.Tenants;

/// <summary>What belongs to another account is not there: every route × every place where it names something × every kind of id.</summary>
[Collection(nameof(AbusedServer))]
public sealed class TenantTests(AbusedServer server)
{
    [Fact]
    public async Task Another_account_s_id_is_answered_exactly_as_an_unknown_one()
    {
        var foreign = await ForeignAsync(server.Roster);
        var (revision, log) = (await foreign.Account.RevisionAsync(), await foreign.LogAsync(0));
        var matrix = new Matrix(server.Roster, foreign);
        var problems = new List<string>();

        foreach (var request in Declared.All)
        {
            problems.AddRange(await matrix.ProblemsOfAsync(request));
        }

        problems.ShouldBeEmpty();
        matrix.Cases.ShouldBeGreaterThan(1_000);
        (await foreign.Account.RevisionAsync()).ShouldBe(revision);
        (await foreign.LogAsync(0)).ShouldBe(log);
    }

    [Theory]
    [InlineData("GET /leaky/status/{id}")]
    [InlineData("GET /leaky/text/{id}")]
    [InlineData("GET /leaky/header/{id}")]
    [InlineData("DELETE /leaky/write/{id}")]
    public async Task The_matrix_finds_a_route_that_leaks(string route)
    {
        await using var leaky = await RosterServer.StartAsync(new()
        {
            Services = services => services.AddSingleton<Dialect, LeakyDialect>(),
        });

        (await ProblemsAsync(leaky, route)).ShouldNotBeEmpty();
        (await ProblemsAsync(leaky, "GET /leaky/not/{id}")).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(RosterServer roster, string route)
    {
        var matrix = new Matrix(roster, await ForeignAsync(roster));
        return await matrix.ProblemsOfAsync(new(route, Need.Read, route.Split(' ')[1].Replace("{id}", "{user}", StringComparison.Ordinal)));
    }

    /// <summary>With more history than any account that asks about it, so that its revisions are of the future there.</summary>
    private static async Task<World> ForeignAsync(RosterServer roster)
    {
        var world = await World.MakeAsync(roster);
        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => world.Account.CreateGroupAsync($"group {i}")));
        return world;
    }
}
