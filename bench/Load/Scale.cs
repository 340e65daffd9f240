using System.Diagnostics;

namespace Roster.Bench.Load;

/// <summary>
/// What one client waits in an account of 1,000,000 users and in one of 1,000, request by request in turn. Kept answers are
/// off, so that the store's own cost shows.
/// </summary>
internal static class Scale
{
    private const int Requests = 2_000;

    // A million users take minutes to make: in a folder of one's own they are found the next time.
    private static readonly string Stores = Environment.GetEnvironmentVariable("BENCH_STORES") ?? "";

    public static async Task RunAsync(Bench bench)
    {
        await using var large = await Account.MakeAsync(bench, Path.Combine(Stores, "large.db"), 18_080, 1_000_000);
        await using var small = await Account.MakeAsync(bench, Path.Combine(Stores, "small.db"), 18_081, 1_000);
        await CompareAsync("membership change", large, small, account => account.ChangeAsync);
        await CompareAsync("point read", large, small, account => account.PointAsync);
        await CompareAsync("page in mid-list", large, small, account => account.PageAsync);
    }

    private static async Task CompareAsync(
        string scenario, Account large, Account small, Func<Account, Func<Task>> operation)
    {
        var rounds = await Bench.RoundsAsync(_ => MediansAsync(operation(large), operation(small)));
        Bench.Report("scale: " + scenario, "µs", rounds, "≤ 1.2");
    }

    // In turn, so that a machine that slows down for a while slows down both.
    private static async Task<(double Large, double Small)> MediansAsync(Func<Task> large, Func<Task> small)
    {
        var (many, few) = (new double[Requests], new double[Requests]);
        for (var i = 0; i < Requests; i++)
        {
            many[i] = await TimeAsync(large);
            few[i] = await TimeAsync(small);
        }

        Array.Sort(many);
        Array.Sort(few);
        return (Bench.Median(many), Bench.Median(few));
    }

    private static async Task<double> TimeAsync(Func<Task> operation)
    {
        var start = Stopwatch.GetTimestamp();
        await operation();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private sealed class Account(Running server, Client client, IReadOnlyList<string> users, string group, string middle)
        : IAsyncDisposable
    {
        private readonly Random _random = new(1);
        private string? _member;

        public static async Task<Account> MakeAsync(Bench bench, string store, int port, int size)
        {
            var server = await Bench.RosterAsync(bench.Sqlite(store), port, ("ROSTER_KEPT_ANSWERS", "0"));
            var users = await Accounts.AllAsync(port);
            if (users.Count < size)
            {
                users = await Accounts.FillAsync(port, size);
            }

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
