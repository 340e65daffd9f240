using Roster.Core.Access;
using Roster.Core.Access.Granting;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Testing.Stores;
using Roster.Tests.Storage.Conformance.Access;
using Roster.Tests.Storage.Conformance.Model;

namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>Questions about access are answered as a naive reading of the account's history would, from memory and from the store alike.</summary>
public abstract class AccessSpec(StoreEngine engine) : Spec(engine)
{
    private const int Histories = 12;

    private static readonly Dictionary<string, object?> None = [];

    private static readonly int Deepness = Environment.GetEnvironmentVariable("ROSTER_TEST_FULL") == "1" ? 20 : 1;

    [Fact]
    public async Task After_any_history_they_are_answered_as_a_naive_reading_would()
    {
        var world = new World(Store);
        Store.Follow(world.Graphs);
        for (var seed = 0; seed < Histories * Deepness; seed++)
        {
            var random = new Random(seed);
            var model = new ModelAccount(new($"org-{seed}"));
            var history = new RandomHistory(random, model, KeySource(seed));
            for (var step = 0; step < 40; step++)
            {
                Clock.Advance(TimeSpan.FromMinutes(random.Next(4)));
                await Store.ApplyAsync(model.Id, history.NextSet(Clock.Now, Acts.Actor, Door.Native));
                if (step > 10 && step % 3 == 0)
                {
                    await CompareAsync(world, model, random, seed);
                }
            }
        }

        // Not of those whose account was closed at once.
        world.Graphs.Made.ShouldBeGreaterThan(Histories / 2);
    }

    [Fact]
    public async Task Searches_find_exactly_what_questions_are_answered_yes_for_page_by_page()
    {
        var world = new World(Store);
        Store.Follow(world.Graphs);
        var found = 0;
        for (var seed = 0; seed < Histories * Deepness; seed++)
        {
            var random = new Random(1_000 + seed);
            var model = new ModelAccount(new($"org-s{seed}"));
            var history = new RandomHistory(random, model, KeySource(100 + seed)) { StaysOpen = true };
            for (var step = 0; step < 80; step++)
            {
                await Store.ApplyAsync(model.Id, history.NextSet(Clock.Now, Acts.Actor, Door.Native));
            }

            var naive = new NaiveAccess(model, model.MomentAt(Clock.Now).Now);
            for (var i = 0; i < 100; i++)
            {
                var asked = Asked.Random(random, model);
                var (subjects, resources) = (naive.Subjects(asked), naive.Resources(asked));
                (await world.SubjectsAsync(model.Id, asked, random.Next(1, 4))).ShouldBe(subjects, customMessage: $"seed {seed}: {asked}");
                (await world.ResourcesAsync(model.Id, asked, random.Next(1, 4))).ShouldBe(resources, customMessage: $"seed {seed}: {asked}");
                var actions = naive.Permitted(asked with { ActionProperties = new Dictionary<string, object?>() }).Order(StringComparer.Ordinal).ToList();
                (await world.ActionsAsync(model.Id, asked, random.Next(1, 4))).ShouldBe(actions, customMessage: $"seed {seed}: {asked}");
                found += subjects.Count + resources.Count;
            }
        }

        found.ShouldBeGreaterThan(Histories * 5);
    }

    [Fact]
    public async Task While_others_write_each_answer_is_that_of_one_revision_which_is_not_older_than_what_was_known()
    {
        foreach (var history in AccessHistory.Telling(150, 300, Clock.Now).Take(2 * Deepness))
        {
            await using var database = await Engine.CreateAsync(new TestClock());
            var world = new World(database.Store);
            database.Store.Follow(world.Graphs);

            (await AccessRace.RunAsync(history, database.Store, world, pinned: null)).ShouldBeEmpty();
        }
    }

    /// <summary>What follows nobody and asks nobody answers what was true once: the race must see it.</summary>
    [Fact]
    public async Task The_race_sees_an_answer_that_is_stale()
    {
        var world = new World(Store);

        (await AccessRace.RunAsync(new(1, 150, 300, Clock.Now), Store, world, pinned: 1)).ShouldNotBeEmpty();
    }

    /// <summary>Each look for candidates is at everything: their number must not grow as what is looked through does.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    public async Task A_search_for_what_nobody_is_permitted_looks_only_a_few_times(int limit)
    {
        const int Many = 1_200;
        await AddManyAsync(Many);
        var counting = new CountingStore(Store);
        var world = new World(counting);
        Store.Follow(world.Graphs);
        var asked = new Asked("person", "person-00001@example.com", None, "sweep", None, "record", "person-00001", None, None);

        (await world.SubjectsAsync(Home, asked with { ResourceType = "account", Resource = Home.Value }, limit)).ShouldBeEmpty();
        (await world.ResourcesAsync(Home, asked, limit)).ShouldBeEmpty();

        counting.Reads.ShouldBeInRange(1, 25);
    }

    /// <summary>People who may sweep under a condition that nobody meets, and records.</summary>
    private async Task AddManyAsync(int count)
    {
        var names = Enumerable.Range(0, count).Select(i => $"person-{i:D5}").ToList();
        var users = await Store.ApplyAsync(Home, [.. names.Select(name => Sample.User(name))]);
        var sweep = new Grant("sweep", null, new([ConditionEntry.Is("context.broom", Scalar.Of(true))]));
        await Store.ApplyAsync(
            Home,
            [
                new AccessSettingsChanged([new("person", MemberKind.User, SubjectIdentifier.Email)], false),
                new ResourceTypeDefined("record", ResourceIds.Registered, InHome),
                new RoleDefined("Sweeper", "", [ScopeKind.Account], Level.Viewer, [sweep]),
                .. names.Select(name => new ResourceRegistered("record", name, InHome, Attributes.None)),
                .. names.Select((name, i) => new RoleGiven(MemberId.User(new(name)), users.Number(i), InHome, "Sweeper", Level.Viewer, false, null)),
            ]);
    }

    private async Task CompareAsync(World world, ModelAccount model, Random random, int seed)
    {
        var naive = new NaiveAccess(model, model.MomentAt(Clock.Now).Now);
        var asked = Enumerable.Range(0, 60).Select(_ => Asked.Random(random, model)).ToList();
        var expected = asked.ConvertAll(naive.Permits);

        (await world.CheckAllAsync(model.Id, asked)).ShouldBe(expected, customMessage: $"seed {seed}, all at once");
        for (var i = 0; i < asked.Count; i++)
        {
            (await world.CheckAsync(model.Id, asked[i])).ShouldBe(expected[i], $"seed {seed}: {asked[i]}");
            (await world.ExplainAsync(model.Id, asked[i])).ShouldBe(expected[i], $"seed {seed}: {asked[i]}");
        }
    }

    private static Func<KeyId> KeySource(int seed)
    {
        var keys = 0;
        return () => new KeyId($"{seed:00000}{keys++:00000}");
    }

    private sealed class CountingStore(IStore store) : PassingStore(store)
    {
        private int _reads;

        public int Reads => _reads;

        public override ValueTask<Outcome<T>> ReadAsync<T>(
            AccountId account, long atLeast, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _reads);
            return base.ReadAsync(account, atLeast, question, cancellationToken);
        }
    }
}
