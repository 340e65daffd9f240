namespace Roster.Tests.Server.Durability;

/// <summary>A write found in a trace by a text that only it holds: when it reached the log, when that was synced, when it was answered.</summary>
/// <param name="Sync">The first sync of the write-ahead log that began after the write had reached it; null where none did.</param>
internal sealed record AnsweredWrite(string Mark, SystemCall Write, SystemCall? Sync, SystemCall Answer)
{
    public bool IsDurableBeforeAnswered => Sync is not null && Sync.Returned < Answer.Began;

    public static AnsweredWrite Find(IReadOnlyList<SystemCall> trace, string mark)
    {
        var write = trace.First(call => call.IsWalWrite && call.Mentions(mark));
        return new(
            mark,
            write,
            trace.FirstOrDefault(call => call.IsWalSync && call.Began > write.Returned),
            trace.First(call => call.IsAnswer && call.Mentions(mark)));
    }
}
