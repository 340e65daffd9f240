using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Http;

namespace Roster.Tests.Http;

/// <summary>A kept answer is the answer that would be given now, whatever is written and whatever ends meanwhile.</summary>
public sealed class KeptHistoryTests
{
    private const string People = "/v1/users?limit=1000";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Through_a_random_history_a_kept_answer_equals_a_fresh_one(int seed)
    {
        await using var server = await RosterServer.StartAsync();

        (await StaleAsync(server, seed)).ShouldBe(0);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task The_history_catches_a_cache_that_does_not_look_at_ends_or_revisions(bool tellsEnds, bool tellsRevisions)
    {
        await using var server = await NaiveAsync(tellsEnds, tellsRevisions);

        (await StaleAsync(server, 1)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Among_writers_and_readers_everyone_sees_what_was_answered_before()
    {
        await using var server = await RosterServer.StartAsync();

        (await UnseenAsync(server)).ShouldBe(0);
    }

    [Fact]
    public async Task Writers_and_readers_catch_a_cache_that_does_not_look_at_revisions()
    {
        await using var server = await NaiveAsync(tellsEnds: true, tellsRevisions: false);

        (await UnseenAsync(server)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_answer_is_kept_once_it_has_been_given()
    {
        await using var server = await RosterServer.StartAsync();
        var revision = await server.First.RevisionAsync();
        var kept = server.Get<KeptAnswers>();
        var target = new KeptAnswers.Target(server.Store.Epoch, server.First.Id, People);
        var first = await server.First.Fivetran.GetAsync(People);
        await server.StopAsync(); // What follows an answer is then done, too.

        kept.Find(target, revision, server.Clock.Now).ShouldNotBeNull().ToArray().ShouldBe(first.Body);
    }

    [Fact]
    public async Task A_key_that_may_not_read_is_not_given_what_another_left_there()
    {
        await using var server = await RosterServer.StartAsync();
        var check = Knocking.Fivetran(server, await server.First.MintKeyAsync(Core.Keys.Grants.Check));
        (await server.First.Fivetran.GetAsync(People)).Status.ShouldBe(200);

        (await check.GetAsync(People)).Status.ShouldBe(403);
    }

    [Fact]
    public void Without_room_nothing_is_kept()
    {
        var (kept, target) = (new KeptAnswers(0), new KeptAnswers.Target("epoch", new AccountId("org-test"), "/"));
        kept.Keep(target, new byte[1], 1, null);

        kept.Find(target, 1, default).ShouldBeNull();
    }

    [Fact]
    public void No_more_is_kept_than_there_is_room_for()
    {
        var kept = new KeptAnswers(100_000);
        var account = new AccountId("org-test");
        for (var i = 0; i < 1_000; i++)
        {
            kept.Keep(new("epoch", account, $"/{i}"), new byte[1_000], 1, null);
        }

        Enumerable.Range(0, 1_000).Count(i => kept.Find(new("epoch", account, $"/{i}"), 1, default) is not null).ShouldBeInRange(20, 100);
    }

    /// <summary>Changes an account at random, lets time pass, and counts kept answers that differ from fresh ones.</summary>
    private static async Task<int> StaleAsync(RosterServer server, int seed)
    {
        var random = new Random(seed);
        var account = server.First;
        var groups = new[] { await account.CreateGroupAsync("A"), await account.CreateGroupAsync("B") };
        var users = new List<UserId>();
        for (var i = 0; i < 5; i++)
        {
            users.Add(await account.RegisterUserAsync($"user{i}@example.com"));
        }

        string[] targets =
        [
            People, .. groups.Select(group => $"/v1/groups/{group.Id}/users"), .. users.Select(user => $"/v1/users/{user}"),
            .. users.Select(user => $"/v1/users/{user}/groups"),
        ];
        var stale = 0;
        for (var step = 0; step < 150; step++)
        {
            await (random.Next(4) switch
            {
                0 => GiveAsync(ScopeId.Account(account.Id), "Account Reviewer"),
                1 => GiveAsync(groups[random.Next(groups.Length)], "View Destination"),
                2 => account.RegisterUserAsync($"more{step}@example.com"),
                _ => PassTime(),
            });
            foreach (var target in Enumerable.Range(0, 3).Select(_ => targets[random.Next(targets.Length)]))
            {
                // A parameter that nobody knows makes it another target, which no answer was kept for.
                var fresh = await account.Fivetran.GetAsync($"{target}{(target.Contains('?') ? '&' : '?')}fresh={step}");
                var answer = await account.Fivetran.GetAsync(target);
                stale += answer.Text == fresh.Text ? 0 : 1;
            }
        }

        return stale;

        Task GiveAsync(ScopeId scope, string role)
        {
            Instant? until = random.Next(3) == 0 ? null : server.Clock.Now.Plus(TimeSpan.FromSeconds(random.Next(1, 300)));
            return account.GiveRoleAsync(users[random.Next(users.Count)], scope, role, until);
        }

        Task PassTime()
        {
            server.Clock.Advance(TimeSpan.FromSeconds(random.Next(1, 200)));
            return Task.CompletedTask;
        }
    }

    /// <summary>Everyone renames themselves and looks at the list that all look at; counts names that were answered and not seen.</summary>
    private static async Task<int> UnseenAsync(RosterServer server)
    {
        var unseen = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async me =>
        {
            var user = await server.First.RegisterUserAsync($"user{me}@example.com");
            for (var i = 0; i < 50; i++)
            {
                var name = $"name-{me}-{i}-";
                (await server.First.Fivetran.PatchAsync($"/v1/users/{user}", $$"""{"given_name":"{{name}}"}""")).Status.ShouldBe(200);
                for (var look = 0; look < 3; look++)
                {
                    var seen = (await server.First.Fivetran.GetAsync(People)).Text.Contains(name, StringComparison.Ordinal);
                    Interlocked.Add(ref unseen, seen ? 0 : 1);
                }
            }
        }));
        return unseen;
    }

    private static Task<RosterServer> NaiveAsync(bool tellsEnds, bool tellsRevisions) => RosterServer.StartAsync(new()
    {
        Services = services =>
        {
            var store = (IStore)services.Single(service => service.ServiceType == typeof(IStore)).ImplementationInstance!;
            services.Replace(ServiceDescriptor.Singleton<IStore>(new ForgetfulStore(store, tellsEnds, tellsRevisions)));
        },
    });
}
