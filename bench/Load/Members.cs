using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Storage.Sqlite;

namespace Roster.Bench.Load;

/// <summary>
/// What one SCIM client waits to add one member to a group of 1,000,000 and to one of 100, request by request in turn, in one
/// account: only the groups differ. Each member that was added is taken out again, unmeasured.
/// </summary>
internal static class Members
{
    private const int Requests = 500;
    private const int Users = 1_000_000;
    private const int InSet = 1_000;
    private static readonly AccountId Account = new(Bench.Account);
    private static readonly ScopeId Large = ScopeId.Team("large");
    private static readonly ScopeId Small = ScopeId.Team("small");
    private static readonly Role Seat = StandardRoles.Find("Team Member")!;

    public static async Task RunAsync(Bench bench)
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable("BENCH_STORES") ?? bench.Folder, "members.db");
        if (!File.Exists(file))
        {
            await MakeAsync(file);
        }

        await using var server = await Bench.RosterAsync("sqlite:" + file, 18_090, ("ROSTER_KEPT_ANSWERS", "0"));
        using var client = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:18090") };
        client.DefaultRequestHeaders.Authorization = new("Bearer", $"{Bench.KeyId}.{Bench.Secret}");
        var rounds = await Bench.RoundsAsync(_ => MediansAsync(client));
        Bench.Report("scim: add one of 1,000,000 to 100", "µs", rounds, "≤ 1.2");
    }

    private static async Task<(double Large, double Small)> MediansAsync(HttpClient client)
    {
        var (many, few) = (new double[Requests], new double[Requests]);
        for (var i = 0; i < Requests; i++)
        {
            many[i] = await AddAsync(client, Large, $"spare{i}");
            few[i] = await AddAsync(client, Small, $"spare{i}");
        }

        Array.Sort(many);
        Array.Sort(few);
        return (Bench.Median(many), Bench.Median(few));
    }

    private static async Task<double> AddAsync(HttpClient client, ScopeId group, string user)
    {
        var start = Stopwatch.GetTimestamp();
        await PatchAsync(client, group, $$"""{"op":"add","path":"members","value":[{"value":"{{user}}"}]}""");
        var taken = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        await PatchAsync(client, group, $$"""{"op":"remove","path":"members[value eq \"{{user}}\"]"}""");
        return taken;
    }

    /// <summary>Neither answer shows members: what they cost to write out is no cost of adding one.</summary>
    private static async Task PatchAsync(HttpClient client, ScopeId group, string operation)
    {
        using var content = new StringContent(
            $$"""{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{{operation}}]}""", null, "application/scim+json");
        using var answer = await client.PatchAsync($"/scim/v2/Groups/{group.Id}?attributes=displayName", content);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Written past HTTP, as a million requests would take long.</summary>
    private static async Task MakeAsync(string file)
    {
        await using var store = await SqliteStore.OpenAsync(
            new SqliteOptions { File = file, Synchronous = SqliteSynchronous.Normal }, TimeProvider.System, CancellationToken.None);
        var key = new KeyMinted(
            new KeyId(Bench.KeyId), SHA256.HashData(Encoding.ASCII.GetBytes(Bench.Secret)), "bench", Grants.Admin, Level.Admin, null, [], null);
        await WriteAsync(store, _ => [new AccountOpened("bench"), key, Team(Large), Team(Small)]);
        await WriteAsync(store, _ => [.. Enumerable.Range(0, Requests).Select(i => User($"spare{i}"))]);
        for (var first = 0; first < Users; first += InSet)
        {
            await WriteAsync(store, moment => [.. Enumerable.Range(first, InSet).SelectMany(i => Member(i, moment, i - first))]);
        }

        static IEnumerable<Change> Member(int i, Moment moment, int place)
        {
            // Each of the first hundred makes three changes, all others two.
            var number = moment.Number((2 * place) + (i < InSet ? Math.Min(place, 100) : 0));
            var id = $"user-{(uint)i * 2_654_435_761u:x8}{i:x8}";
            Change[] both = [User(id), Sit(id, number, Large)];
            return i < 100 ? [.. both, Sit(id, number, Small)] : both;
        }
    }

    private static async Task WriteAsync(SqliteStore store, Func<Moment, Change[]> changes) => await store.WriteAsync(
        new Write<int, Done>(
            Account,
            new SetToken(Guid.NewGuid().ToString("N")),
            "key:" + Bench.KeyId,
            Door.Native,
            _ => new(0),
            (_, moment) => Verdict<Done>.Of(default, changes(moment))),
        CancellationToken.None);

    private static ScopeCreated Team(ScopeId team) => new(team, ScopeId.Account(Account), team.Id, null, null);

    private static UserCreated User(string id) =>
        new(new UserId(id), true, false, new Person(new UserName(id, id), null, null, null, null, null, null));

    private static RoleGiven Sit(string user, long number, ScopeId team) =>
        new(MemberId.User(new UserId(user)), number, team, Seat.Name, Seat.Level, Seat.Cascades, null);
}
