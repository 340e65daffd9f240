using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>Random calls at all doors, one after the other and at once, come to what a naive account of them says.</summary>
public sealed class MixedDoorsTests
{
    private const int Clients = 5;
    private static readonly int Steps = FullMode.Of(5_000, normally: 500);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_random_mix_of_calls_equals_the_oracle(int seed)
    {
        await using var server = await AccountServer.StartAsync();
        var ground = await Ground.PrepareAsync(server);
        var (at, oracle, users) = ground;
        var random = new Random(seed);
        var steps = new RandomSteps(random, oracle.Account, oracle.Places, users);
        for (var i = 0; i < Steps; i++)
        {
            var step = steps.Next(server.Clock.GetUtcNow());
            oracle.Now = server.Clock.GetUtcNow();
            var answer = await at.SendAsync(step.Of(at));
            step.Judge(oracle, answer).ShouldBeNull($"step {i}");
            (await Portrait.TakeAsync(at, oracle)).ShouldBe(Portrait.Of(oracle), $"after step {i}: {answer}");
            ground.Learn(answer);
            server.Clock.Advance(TimeSpan.FromSeconds(random.Next(120)));
        }

        await AccountLog.ReadAsync(at, 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Calls_at_once_equal_the_oracle_in_the_order_of_the_log(int seed)
    {
        await using var server = await AccountServer.StartAsync();
        var ground = await Ground.PrepareAsync(server);
        var clients = await Task.WhenAll(Enumerable.Range(0, Clients).Select(n => ConcurrentClient.StartAsync(ground, (1_000 * seed) + n)));
        var before = (await AccountLog.ReadAsync(ground.At, 0))[^1].Revision;

        var played = await Task.WhenAll(clients.Select(client => client.PlayAsync(Steps / Clients)));

        var log = await AccountLog.ReadAsync(ground.At, before);
        foreach (var call in History.InOrder([.. played.SelectMany(calls => calls)], log))
        {
            call.Step.Judge(ground.Oracle, call.Reply).ShouldBeNull();
        }

        (await Portrait.TakeAsync(ground.At, ground.Oracle)).ShouldBe(Portrait.Of(ground.Oracle));
    }
}
