namespace Roster.Core.Values;

/// <summary>A point in time: whole microseconds since 1970-01-01 UTC, the precision every store keeps.</summary>
public readonly record struct Instant(long Microseconds) : IComparable<Instant>
{
    private const long EpochMicroseconds = 62_135_596_800_000_000;
    private const long LastMicrosecond = 253_402_300_799_999_999;

    /// <summary>Truncates to the microsecond.</summary>
    public static Instant From(DateTimeOffset time) =>
        new((time.UtcTicks / TimeSpan.TicksPerMicrosecond) - EpochMicroseconds);

    public DateTimeOffset ToDateTimeOffset() =>
        new((Microseconds + EpochMicroseconds) * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>Ends at the last moment a calendar can name, so that no sum overflows.</summary>
    public Instant Plus(TimeSpan span) =>
        new(Math.Min(LastMicrosecond, Microseconds + (span.Ticks / TimeSpan.TicksPerMicrosecond)));

    public int CompareTo(Instant other) => Microseconds.CompareTo(other.Microseconds);

    public static bool operator <(Instant left, Instant right) => left.Microseconds < right.Microseconds;

    public static bool operator >(Instant left, Instant right) => left.Microseconds > right.Microseconds;

    public static bool operator <=(Instant left, Instant right) => left.Microseconds <= right.Microseconds;

    public static bool operator >=(Instant left, Instant right) => left.Microseconds >= right.Microseconds;

    public static Instant Later(Instant left, Instant right) => left > right ? left : right;
}
