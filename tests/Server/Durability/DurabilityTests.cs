namespace Roster.Tests.Server.Durability;

/// <summary>Seen from outside: the write-ahead log is on the disk before the answer is on its way.</summary>
public sealed class DurabilityTests
{
    private const string Server = "roster-server";
    private const string Unsynced = "Roster.UnsyncedServer";

    /// <summary>As many as share a commit at most.</summary>
    private const int FullGroup = 64;

    [Fact]
    public async Task A_single_write_is_synced_before_it_is_answered()
    {
        await using var server = await TracedServer.StartAsync(Server);

        (await server.WriteAtOnceAsync(1)).ShouldAllBe(write => write.IsDurableBeforeAnswered);
    }

    [Fact]
    public async Task A_full_group_of_writes_shares_one_sync_and_is_answered_after_it()
    {
        await using var server = await TracedServer.StartAsync(Server);

        var writes = await server.WriteAtOnceAsync(3 * FullGroup);

        writes.ShouldAllBe(write => write.IsDurableBeforeAnswered);
        writes.GroupBy(write => write.Sync).Max(group => group.Count()).ShouldBe(FullGroup);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3 * FullGroup)]
    public async Task Without_syncs_the_same_look_finds_answers_that_are_not_durable(int writes)
    {
        await using var server = await TracedServer.StartAsync(Unsynced);

        (await server.WriteAtOnceAsync(writes)).ShouldAllBe(write => !write.IsDurableBeforeAnswered);
    }
}
