using System.Diagnostics;

namespace Roster.Bench.Load;

/// <summary>
/// What one client waits in an account of 1,000,000 users and in one of 1,000, in turn. Kept answers are off, so that the
/// store's own cost shows.
/// </summary>
internal static class Scale
{
    private const int Requests = 2_000;

    public static async Task RunAsync(Bench bench)
    {
        await using var large = await Account.MakeAsync(bench, "large.db", 18_080, 1_000_000);
        await using var small = await Account.MakeAsync(bench, "small.db", 18_081, 1_000);
        await CompareAsync("membership change", large, small, account => account.ChangeAsync);
        await CompareAsync("point read", large, small, account => account.PointAsync);
        await CompareAsync("page in mid-list", large, small, account => account.PageAsync);
    }

    private static async Task CompareAsync(
        string scenario, Account large, Account small, Func<Account, Func<Task>> operation)
    {
        var rounds = new List<(double, double)>();
        for (var round = -1; round < Bench.Rounds; round++)
        {
            var many = await MedianAsync(operation(large));
            var few = await MedianAsync(operation(small));
            if (round >= 0)
            {
                rounds.Add((many, few));
            }
        }

        Bench.Report("scale: " + scenario, "µs", rounds, "≤ 1.2");
    }

    private static async Task<double> MedianAsync(Func<Task> operation)
    {
        var times = new double[Requests];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await operation();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return Bench.Median(times);
    }

    private sealed class Account(Running server, Client client, IReadOnlyList<string> users, string group, string middle)
        : IAsyncDisposable
    {
        private readonly Random _random = new(1);
        private string? _member;

        public static async Task<Account> MakeAsync(Bench bench, string store, int port, int size)
        {
            var server = await bench.RosterAsync(store, port, ("ROSTER_KEPT_ANSWERS", "0"));
            var users = await Accounts.FillAsync(port, size);
            var group = await Accounts.GroupAsync(port);
            return new(server, new Client(port), users, group, await Accounts.MiddleAsync(port, size));
        }

        /// <summary>Adds a random user to a group, and next time takes them out again.</summary>
        public async Task ChangeAsync()
        {
            if (_member is null)
            {
                _member = Someone();
                await client.SendAsync("POST", $"/v1/users/{_member}/groups", $$"""{"id":"{{group}}","role":"View Destination"}""");
                return;
            }

            await client.SendAsync("DELETE", $"/v1/users/{_member}/groups/{group}");
            _member = null;
        }

        public async Task PointAsync() => await client.SendAsync("GET", "/v1/users/" + Someone());

        public async Task PageAsync() => await client.SendAsync("GET", $"/v1/users?limit=100&cursor={middle}");

        public async ValueTask DisposeAsync()
        {
            await client.DisposeAsync();
            await server.DisposeAsync();
        }

        private string Someone() => users[_random.Next(users.Count)];
    }
}
