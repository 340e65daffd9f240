using Roster.Core.Values;

namespace Roster.Http;

/// <summary>
/// Counts what happened within the last hour, to the minute. It runs on the store's clock, which the platform's own limiters
/// cannot, and so knows to the second when there is room again.
/// </summary>
internal sealed class HourWindow
{
    private const int Minutes = 60;
    private const long Minute = 60_000_000;

    private readonly Lock _turn = new();
    private readonly int[] _counts = new int[Minutes];
    private long _latest = long.MinValue;
    private int _total;

    /// <summary>Takes so many if they fit under the limit; nothing is taken where they do not.</summary>
    public WindowAnswer Take(int wanted, int limit, Instant now)
    {
        lock (_turn)
        {
            MoveTo(now.Microseconds / Minute);
            if (_total + wanted > limit)
            {
                return new(false, Math.Max(0, limit - _total), SecondsUntilRoom(wanted, limit, now));
            }

            _counts[Slot(_latest)] += wanted;
            _total += wanted;
            return new(true, limit - _total, 0);
        }
    }

    public bool IsIdleAt(Instant now)
    {
        lock (_turn)
        {
            return (now.Microseconds / Minute) - _latest >= Minutes;
        }
    }

    private void MoveTo(long minute)
    {
        if (_latest == long.MinValue || minute - _latest >= Minutes)
        {
            Array.Clear(_counts);
            _total = 0;
            _latest = minute;
        }

        // A clock that went back changes nothing until it has caught up.
        while (_latest < minute)
        {
            _latest++;
            _total -= _counts[Slot(_latest)];
            _counts[Slot(_latest)] = 0;
        }
    }

    private int SecondsUntilRoom(int wanted, int limit, Instant now)
    {
        var left = _total;
        var minute = _latest - Minutes + 1;
        while (minute < _latest && (left -= _counts[Slot(minute)]) + wanted > limit)
        {
            minute++;
        }

        var free = (minute + Minutes) * Minute;
        return (int)Math.Max(1, (free - now.Microseconds + 999_999) / 1_000_000);
    }

    private static int Slot(long minute) => (int)(minute % Minutes);
}

/// <param name="Remaining">How many more would fit now.</param>
/// <param name="RetryAfter">Whole seconds until what was asked for fits.</param>
internal readonly record struct WindowAnswer(bool Taken, int Remaining, int RetryAfter);
