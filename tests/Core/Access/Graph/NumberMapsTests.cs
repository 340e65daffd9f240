using Roster.Core.Access.Graph;

namespace Roster.Tests.Core.Access.Graph;

public sealed class NumberMapsTests
{
    private const int Maps = 60;

    [Fact]
    public void They_hold_what_dictionaries_hold()
    {
        var random = new Random(1);
        var maps = new NumberMaps();
        var held = new NumberMap[Maps];
        Dictionary<int, int>[] expected = [.. Enumerable.Range(0, Maps).Select(_ => new Dictionary<int, int>())];
        for (var step = 0; step < 200_000; step++)
        {
            // Some stay small and others grow, and shrink again.
            var at = random.Next(Maps);
            var (key, value) = (random.Next(2 + (at * at / 4)), random.Next(-9, 1_000));
            value = value == NumberMaps.None ? 0 : value;
            var before = expected[at].GetValueOrDefault(key, NumberMaps.None);
            maps.Find(held[at], key).ShouldBe(before);
            if (random.Next(100) < (step / 20_000 % 2 == 0 ? 70 : 30))
            {
                maps.Set(ref held[at], key, value).ShouldBe(before);
                expected[at][key] = value;
            }
            else
            {
                maps.Remove(ref held[at], key).ShouldBe(before);
                expected[at].Remove(key);
            }

            switch (random.Next(2_000))
            {
                case 0:
                    maps.Clear(ref held[at]);
                    expected[at].Clear();
                    break;
                case 1:
                    maps = TakeOver(maps, held);
                    break;
            }

            if (step % 1_000 == 0)
            {
                Compare(maps, held, expected);
            }
        }

        Compare(maps, held, expected);
    }

    [Fact]
    public void What_is_given_back_is_used_again()
    {
        var maps = new NumberMaps();
        var held = default(NumberMap);
        var bytes = 0L;
        for (var round = 0; round < 100; round++)
        {
            for (var key = 0; key < 1_000; key++)
            {
                maps.Set(ref held, key, key);
            }

            for (var key = 0; key < 1_000; key++)
            {
                maps.Remove(ref held, key);
            }

            bytes = bytes == 0 ? maps.Bytes : bytes;
        }

        held.ShouldBe(default);
        maps.Bytes.ShouldBe(bytes);
    }

    private static NumberMaps TakeOver(NumberMaps from, NumberMap[] held)
    {
        var to = from.Successor();
        for (var at = 0; at < held.Length; at++)
        {
            to.TakeOver(from, ref held[at]);
        }

        return to;
    }

    private static void Compare(NumberMaps maps, NumberMap[] held, Dictionary<int, int>[] expected)
    {
        for (var at = 0; at < Maps; at++)
        {
            var found = new Dictionary<int, int>();
            foreach (var entry in maps.All(held[at]))
            {
                if (!entry.IsEmpty)
                {
                    found.Add(entry.Key, entry.Value);
                }
            }

            held[at].Count.ShouldBe(expected[at].Count);
            found.ShouldBe(expected[at], ignoreOrder: true);
        }
    }
}
