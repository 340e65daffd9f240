using Roster.Core.Values;
using Roster.Http;

namespace Roster.Tests.Http;

public sealed class HourWindowTests
{
    /// <summary>Beside a list of everything that was taken, over random steps of time.</summary>
    [Fact]
    public void It_counts_like_a_list_of_minutes()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var (window, taken, now, limit) = (new HourWindow(), new List<long>(), 1_700_000_000L, random.Next(1, 20));
            for (var step = 0; step < 200; step++)
            {
                now += random.Next(0, 400);
                var recent = taken.Count(at => (at / 60) + 60 > now / 60);
                var answer = window.Take(1, limit, At(now));

                answer.Taken.ShouldBe(recent < limit);
                answer.Remaining.ShouldBe(answer.Taken ? limit - recent - 1 : 0);
                if (answer.Taken)
                {
                    taken.Add(now);
                }
                else
                {
                    var oldest = taken[^limit];
                    answer.RetryAfter.ShouldBe((int)((((oldest / 60) + 60) * 60) - now));
                }
            }
        }
    }

    [Fact]
    public void A_clock_that_goes_back_gives_nothing_back()
    {
        var window = new HourWindow();
        window.Take(1, 1, At(7_200)).Taken.ShouldBeTrue();

        window.Take(1, 1, At(3_600)).Taken.ShouldBeFalse();
        window.Take(1, 1, At(7_201)).Taken.ShouldBeFalse();
    }

    private static Instant At(long seconds) => new(seconds * 1_000_000);
}
