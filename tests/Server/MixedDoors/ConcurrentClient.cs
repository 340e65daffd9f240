using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>One call of one client, with its place among that client's calls.</summary>
internal sealed record Played(string Actor, int Turn, Step Step, Reply Reply);

/// <summary>One of several clients that call at once, with a key of its own by which the log names it.</summary>
internal sealed class ConcurrentClient(Ground ground, AccountClient at, string actor, RandomSteps steps)
{
    public static async Task<ConcurrentClient> StartAsync(Ground ground, int seed)
    {
        var key = await ground.At.DoAsync(ground.At.Native.MintAdminKey());
        var steps = new RandomSteps(new Random(seed), ground.Oracle.Account, ground.Oracle.Places, ground.Users);
        return new(ground, ground.At.With(key.Text("key")), "key:" + key.Text("id"), steps);
    }

    public async Task<IReadOnlyList<Played>> PlayAsync(int count)
    {
        var played = new List<Played>();
        for (var turn = 0; turn < count; turn++)
        {
            var step = steps.Next(ground.Oracle.Now);
            var answer = await at.SendAsync(step.Of(at));
            ground.Learn(answer);
            played.Add(new(actor, turn, step, answer));
        }

        return played;
    }
}
