using Roster.Core.Values;

namespace Roster.Testing;

/// <summary>A clock that stands still until it is told to go on, or back.</summary>
public sealed class TestClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 10, 0, 0, TimeSpan.Zero);
    private long _ticks = Start.AddTicks(1_234_560).Ticks;

    public Instant Now => Instant.From(GetUtcNow());

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan span) => Interlocked.Add(ref _ticks, span.Ticks);

    public void Set(Instant time) => Interlocked.Exchange(ref _ticks, time.ToDateTimeOffset().Ticks);
}
