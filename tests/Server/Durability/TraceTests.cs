namespace Roster.Tests.Server.Durability;

public sealed class TraceTests
{
    private const string Synced = """
        11 pwrite64(5</data/roster.db-wal>, "ada@example.com", 15, 0) = 15
        11 fdatasync(5</data/roster.db-wal> <unfinished ...>
        12 sendto(9<socket:[3]>, "HTTP/1.1 200 OK bob@example.com", 31, 0, NULL, 0) = 31
        11 <... fdatasync resumed>)        = 0
        12 sendto(9<socket:[3]>, "HTTP/1.1 200 OK ada@example.com", 31, 0, NULL, 0) = 31
        """;

    private const string SyncedTooLate = """
        11 pwrite64(5</data/roster.db-wal>, "ada@example.com", 15, 0) = 15
        11 fdatasync(5</data/roster.db-wal> <unfinished ...>
        12 sendto(9<socket:[3]>, "HTTP/1.1 200 OK ada@example.com", 31, 0, NULL, 0) = 31
        11 <... fdatasync resumed>)        = 0
        """;

    private const string OtherFileSynced = """
        11 pwrite64(5</data/roster.db-wal>, "ada@example.com", 15, 0) = 15
        11 fdatasync(6</data/roster.db>) = 0
        12 sendto(9<socket:[3]>, "HTTP/1.1 200 OK ada@example.com", 31, 0, NULL, 0) = 31
        """;

    [Theory]
    [InlineData(Synced, true)]
    [InlineData(SyncedTooLate, false)]
    [InlineData(OtherFileSynced, false)]
    public void An_answer_counts_as_durable_only_after_the_sync_of_the_log_returned(string text, bool expected) =>
        AnsweredWrite.Find(Trace.Read(text.Split('\n', StringSplitOptions.TrimEntries)), "ada@example.com")
            .IsDurableBeforeAnswered.ShouldBe(expected);
}
