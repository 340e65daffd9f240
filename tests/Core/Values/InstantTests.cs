using FsCheck;
using FsCheck.Fluent;
using Roster.Core.Values;

namespace Roster.Tests.Core.Values;

public sealed class InstantTests
{
    private static readonly Instant Last = Instant.From(DateTimeOffset.MaxValue);

    private static Arbitrary<DateTimeOffset> Times => Gen.Choose(0, int.MaxValue).Two()
        .Select(two => new DateTimeOffset((two.Item1 * 1_000_000_000L) + two.Item2, TimeSpan.Zero))
        .ToArbitrary();

    [Fact]
    public void A_time_is_cut_to_the_microsecond() => Prop.ForAll(
            Times,
            time =>
            {
                var kept = Instant.From(time).ToDateTimeOffset();
                return kept <= time && time - kept < TimeSpan.FromMicroseconds(1) && Instant.From(kept) == Instant.From(time);
            })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_offset_does_not_matter() =>
        Instant.From(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(2)))
            .ShouldBe(Instant.From(new DateTimeOffset(2026, 1, 31, 10, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Zero_is_the_epoch() => new Instant(0).ToDateTimeOffset().ShouldBe(DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_sum_ends_with_the_calendar()
    {
        Last.Plus(TimeSpan.FromDays(1)).ShouldBe(Last);
        new Instant(0).Plus(TimeSpan.MaxValue).ShouldBe(Last);
        Last.ToDateTimeOffset().Year.ShouldBe(9999);
    }

    [Fact]
    public void The_order_is_that_of_the_calendar() => Prop.ForAll(
            Times,
            Times,
            (left, right) =>
            {
                var (a, b) = (Instant.From(left), Instant.From(right));
                return (a < b) == (a.ToDateTimeOffset() < b.ToDateTimeOffset())
                    && (a >= b) == !(a < b)
                    && Instant.Later(a, b) >= a
                    && Instant.Later(a, b) >= b;
            })
        .QuickCheckThrowOnFailure();
}
