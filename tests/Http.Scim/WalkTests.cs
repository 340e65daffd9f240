namespace Roster.Tests.Http.Scim;

public sealed class WalkTests(ScimServer server)
{
    private static int Users => Environment.GetEnvironmentVariable("ROSTER_TEST_FULL") == "1" ? 20_000 : 2_000;

    [Fact]
    public async Task A_walk_by_cursor_loses_nobody_who_is_there_throughout()
    {
        var client = await Client.NewAsync(server.Roster);
        var ids = new string[Users];
        await Parallel.ForAsync(0, Users, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
            ids[i] = (await client.Account.RegisterUserAsync($"user{i}@x.example")).Value);

        // Each third is deleted while the walk goes on, and others come.
        var deleted = ids.Where((_, i) => i % 3 == 0).ToHashSet();
        using var done = new CancellationTokenSource();
        var meddling = Task.Run(async () =>
        {
            var added = 0;
            foreach (var id in deleted.OrderBy(id => id, StringComparer.Ordinal))
            {
                await client.Account.DeleteUserAsync(new(id));
                await client.Account.RegisterUserAsync($"new{added++}@x.example");
                if (done.IsCancellationRequested)
                {
                    return added;
                }
            }

            return added;
        });

        var seen = new List<string>();
        var pages = 0;
        for (var cursor = ""; cursor is not null; pages++)
        {
            var page = (await client.GetAsync($"/Users?cursor={cursor}&count=50")).Json;
            seen.AddRange(page.GetProperty("Resources").EnumerateArray().Select(user => user.Id()));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }

        await done.CancelAsync();
        (await meddling).ShouldBeGreaterThan(0, "something happened meanwhile");
        seen.Count.ShouldBe(seen.Distinct().Count(), "nobody is seen twice");
        ids.Where(id => !deleted.Contains(id)).Except(seen).ShouldBeEmpty("nobody is lost");
        pages.ShouldBeGreaterThan(Users * 2 / 3 / 50);
    }
}
