namespace Roster.Tests.Storage.Conformance.Model;

public sealed class ModelTests
{
    /// <summary>A kind that no history has would be compared with nothing.</summary>
    [Fact]
    public void Random_histories_have_every_kind_of_change()
    {
        var seen = new HashSet<Type>();
        for (var seed = 0; seed < 200; seed++)
        {
            var model = new ModelAccount(new($"org-{seed}"));
            var keys = 0;
            var history = new RandomHistory(new Random(seed), model, () => new KeyId($"{keys++:0000000000}"));
            var clock = new TestClock();
            for (var step = 0; step < 15; step++)
            {
                history.NextSet(clock.Now, Acts.Actor, Door.Native);
                clock.Advance(TimeSpan.FromMinutes(5));
            }

            seen.UnionWith(model.Log.Select(entry => entry.Change.GetType()));
        }

        seen.ShouldBe(typeof(Change).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Change))), ignoreOrder: true);
    }
}
