using Roster.Core.Keys;
using Roster.Core.Scopes;
using Roster.Core.Values;
using Roster.Server.Composition;

namespace Roster.Tests.Server;

public sealed class RandomIdsTests
{
    private readonly TestClock _clock = new();

    private RandomIds Ids => new(_clock);

    [Fact]
    public void Each_id_has_the_form_of_its_kind()
    {
        for (var i = 0; i < 1_000; i++)
        {
            Ids.NextUser().Value.ShouldMatch("^user-[0-9a-z]{21}$");
            Ids.NextAccount().Value.ShouldMatch("^org-[2-9A-HJ-NP-Za-hjkmnp-z]{12}$");
            Ids.NextScope(ScopeKind.Organization).ShouldMatch("^org-[2-9A-HJ-NP-Za-hjkmnp-z]{12}$");
            Ids.NextScope(ScopeKind.Group).ShouldMatch("^group-[0-9a-z]{21}$");
            Ids.NextScope(ScopeKind.Connector).ShouldMatch("^connector-[0-9a-z]{21}$");
            IdForm.IsKeyId(Ids.NextKey().Value).ShouldBeTrue();
            Ids.NextSecret().Length.ShouldBe(Secret.Length);
            IdForm.IsId(Ids.NextInvitation().Value).ShouldBeTrue();
            IdForm.IsId(Ids.NextSet().Value).ShouldBeTrue();
        }
    }

    [Fact]
    public void What_is_made_later_sorts_later()
    {
        var made = new List<string>();
        for (var i = 0; i < 1_000; i++)
        {
            made.Add(Ids.NextUser().Value);
            _clock.Advance(TimeSpan.FromMilliseconds(1 << (i % 30)));
        }

        made.ShouldBe(made.Order(StringComparer.Ordinal));
    }

    /// <summary>53 of 62 in 40,000 secrets: each character's share is within six standard deviations.</summary>
    [Fact]
    public void Every_letter_and_digit_is_as_likely_as_any_other()
    {
        var counts = new Dictionary<char, int>();
        for (var i = 0; i < 40_000; i++)
        {
            foreach (var c in Ids.NextSecret())
            {
                counts[c] = counts.GetValueOrDefault(c) + 1;
            }
        }

        var expected = 40_000 * 53 / 62.0;
        counts.Count.ShouldBe(62);
        counts.Values.ShouldAllBe(count => Math.Abs(count - expected) < 6 * Math.Sqrt(expected));
    }

    [Fact]
    public void None_is_made_twice_in_the_same_millisecond()
    {
        var ids = Ids;
        Enumerable.Range(0, 100_000).Select(_ => ids.NextUser()).Distinct().Count().ShouldBe(100_000);
    }
}
