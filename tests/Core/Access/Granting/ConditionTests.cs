using Roster.Core.Access;
using Roster.Core.Access.Granting;
using Roster.Testing.Access;

namespace Roster.Tests.Core.Access.Granting;

public sealed class ConditionTests
{
    private static readonly object?[] Values = ["a", "b", "", 1.0, 0.0, true, false, Array.Empty<string>()];
    private static readonly string[] Names = ["x", "y", "a.b", "email"];

    private static readonly string[] Paths =
    [
        "subject.id", "subject.type", "resource.id", "resource.type",
        .. Names[..3].SelectMany(name => new[] { "subject.properties." + name, "resource.properties." + name, "action.properties." + name, "context." + name }),
    ];

    [Fact]
    public void It_holds_where_a_naive_reading_says_so()
    {
        var held = 0;
        for (var seed = 0; seed < 50_000; seed++)
        {
            var random = new Random(seed);
            var (subjectAsked, subjectKept) = (Some(random, Values), Some(random, Values[..7]));
            var (resourceAsked, resourceKept) = (Some(random, Values), Some(random, Values[..7]));
            var (action, context) = (Some(random, Values), Some(random, Values));
            var question = new AccessQuestion(
                new(One(random, ["a", "b"]), One(random, ["a", "b"]), Of(subjectAsked)), "do", Of(action),
                new(One(random, ["a", "b"]), One(random, ["a", "b"]), Of(resourceAsked)), Of(context));
            var entries = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Entry(random)).DistinctBy(entry => entry.Path).ToList();
            var naive = NaiveCondition.Of(question, subjectAsked, subjectKept, resourceAsked, resourceKept, action, context);

            var holds = new Condition(entries).Holds(new(question, new SubjectFacts("n", null, null, Kept(subjectKept)), Kept(resourceKept)));

            holds.ShouldBe(naive.Holds(entries), $"seed {seed}");
            held += holds ? 1 : 0;
        }

        // A property that is never true, or always, would show nothing.
        held.ShouldBeInRange(2_500, 25_000);
    }

    [Theory]
    [InlineData(ConditionTest.Is)]
    [InlineData(ConditionTest.IsNot)]
    [InlineData(ConditionTest.IsIn)]
    [InlineData(ConditionTest.IsSame)]
    public void What_nobody_knows_never_grants(ConditionTest test)
    {
        var question = Question(new Dictionary<string, Scalar> { ["list"] = Scalar.Nothing });
        foreach (var path in new[] { "resource.properties.unknown", "resource.properties.list", "nonsense" })
        {
            var entry = new ConditionEntry(path, test, [Scalar.Of("a"), Scalar.Nothing], path);

            new Condition([entry]).Holds(new(question, null, null)).ShouldBeFalse(path);
        }
    }

    [Fact]
    public void What_is_known_of_a_user_is_told_by_nobody_else()
    {
        var asked = new Dictionary<string, Scalar> { ["email"] = Scalar.Of("boss@example.com"), ["role"] = Scalar.Of("admin"), ["mood"] = Scalar.Of("good") };
        var question = Question([]) with { Subject = new("user", "u", Properties.Of(asked)) };
        var kept = Attributes.From([new("role", Scalar.Of("clerk"))]);

        Holds("subject.properties.role", "admin").ShouldBeFalse();
        Holds("subject.properties.role", "clerk").ShouldBeTrue();
        Holds("subject.properties.mood", "good").ShouldBeTrue();
        Holds("subject.properties.email", "boss@example.com").ShouldBeFalse();
        Holds("subject.properties.userName", "u1").ShouldBeTrue();

        bool Holds(string path, string value) =>
            new Condition([ConditionEntry.Is(path, Scalar.Of(value))]).Holds(new(question, new("u1", null, null, kept), null));
    }

    [Fact]
    public void What_the_request_says_of_a_resource_comes_first()
    {
        var kept = Attributes.From([new("status", Scalar.Of("active")), new("owner", Scalar.Of("bob"))]);
        var question = Question(new Dictionary<string, Scalar> { ["status"] = Scalar.Nothing });

        new Condition([ConditionEntry.Is("resource.properties.status", Scalar.Of("active"))]).Holds(new(question, null, kept)).ShouldBeFalse();
        new Condition([ConditionEntry.Is("resource.properties.owner", Scalar.Of("bob"))]).Holds(new(question, null, kept)).ShouldBeTrue();
    }

    [Fact]
    public void Two_that_say_the_same_in_another_order_are_equal()
    {
        ConditionEntry[] entries = [ConditionEntry.Is("context.a", Scalar.Of(1)), ConditionEntry.IsIn("context.b", [Scalar.Of("x")])];

        new Condition(entries).ShouldBe(new Condition(entries.Reverse()));
        new Condition(entries).GetHashCode().ShouldBe(new Condition(entries.Reverse()).GetHashCode());
        new Condition(entries).ShouldNotBe(new Condition(entries[..1]));
        new Condition([ConditionEntry.Is("context.a", Scalar.Of(1))]).ShouldNotBe(new Condition([ConditionEntry.Is("context.a", Scalar.Of(true))]));
    }

    private static AccessQuestion Question(Dictionary<string, Scalar> resource) =>
        new(new("user", "u"), "do", null, new("record", "r", Properties.Of(resource)), null);

    private static ConditionEntry Entry(Random random)
    {
        var (path, value) = (One(random, Paths), ScalarOf(One(random, Values[..7])!));
        return random.Next(4) switch
        {
            0 => ConditionEntry.Is(path, value),
            1 => ConditionEntry.IsNot(path, value),
            2 => ConditionEntry.IsIn(path, [value, ScalarOf(One(random, Values[..7])!)]),
            _ => ConditionEntry.IsSame(path, One(random, Paths)),
        };
    }

    private static Dictionary<string, object?> Some(Random random, object?[] values) =>
        Names[..3].Where(_ => random.Next(3) > 0).ToDictionary(name => name, _ => One(random, values));

    private static Properties Of(Dictionary<string, object?> values) =>
        Properties.Of(values.ToDictionary(value => value.Key, value => ScalarOf(value.Value!)));

    private static Attributes Kept(Dictionary<string, object?> values) =>
        Attributes.From(values.Select(value => KeyValuePair.Create(value.Key, ScalarOf(value.Value!))));

    private static Scalar ScalarOf(object value) => value switch
    {
        string text => Scalar.Of(text),
        double number => Scalar.Of(number),
        bool flag => Scalar.Of(flag),
        _ => Scalar.Nothing,
    };

    private static T One<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
