using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>Random calls at all doors, one after the other and at once, come to what a naive account of them says.</summary>
public sealed class MixedDoorsTests
{
    private static readonly int Steps = FullMode.Of(5_000, normally: 500);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_random_mix_of_calls_equals_the_oracle(int seed)
    {
        await using var server = await AccountServer.StartAsync();
        await Mix.OneByOneEqualsTheOracleAsync(server, seed, Steps, server.Clock.Advance);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Calls_at_once_equal_the_oracle_in_the_order_of_the_log(int seed)
    {
        await using var server = await AccountServer.StartAsync();
        await Mix.AtOnceEqualsTheOracleAsync(server, seed, Steps);
    }
}
