using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>A random mix of calls at all doors, held against a naive account of them.</summary>
internal static class Mix
{
    private const int Clients = 5;

    /// <param name="pass">Lets some time pass between two calls.</param>
    public static async Task OneByOneEqualsTheOracleAsync(IAccounts server, int seed, int count, Action<TimeSpan> pass)
    {
        var ground = await Ground.PrepareAsync(server);
        var (at, oracle, users) = ground;
        var random = new Random(seed);
        var steps = new RandomSteps(random, oracle.Account, oracle.Places, users);
        for (var i = 0; i < count; i++)
        {
            var step = steps.Next(server.Now);
            oracle.Now = server.Now;
            var answer = await at.SendAsync(step.Of(at));
            step.Judge(oracle, answer).ShouldBeNull($"step {i}");
            (await Portrait.TakeAsync(at, oracle)).ShouldBe(Portrait.Of(oracle), $"after step {i}: {answer}");
            ground.Learn(answer);
            pass(TimeSpan.FromSeconds(random.Next(120)));
        }

        await AccountLog.ReadAsync(at, 0);
    }

    public static async Task AtOnceEqualsTheOracleAsync(IAccounts server, int seed, int count)
    {
        var ground = await Ground.PrepareAsync(server);
        var clients = await Task.WhenAll(Enumerable.Range(0, Clients).Select(n => ConcurrentClient.StartAsync(ground, (1_000 * seed) + n)));
        var before = (await AccountLog.ReadAsync(ground.At, 0))[^1].Revision;

        var played = await Task.WhenAll(clients.Select(client => client.PlayAsync(count / Clients)));

        var log = await AccountLog.ReadAsync(ground.At, before);
        foreach (var call in History.InOrder([.. played.SelectMany(calls => calls)], log))
        {
            call.Step.Judge(ground.Oracle, call.Reply).ShouldBeNull();
        }

        played.All(NeverGoesBack).ShouldBeTrue("an answer was older than the one before");
        (await Portrait.TakeAsync(ground.At, ground.Oracle)).ShouldBe(Portrait.Of(ground.Oracle));
    }

    /// <summary>Whoever was answered is never told something older afterwards.</summary>
    private static bool NeverGoesBack(IReadOnlyList<Played> calls) =>
        calls.Zip(calls.Skip(1)).All(pair => pair.First.Reply.Revision <= pair.Second.Reply.Revision);
}
