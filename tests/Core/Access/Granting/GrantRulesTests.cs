using Roster.Core.Access;
using Roster.Core.Access.Granting;

namespace Roster.Tests.Core.Access.Granting;

public sealed class GrantRulesTests
{
    [Theory]
    [InlineData("subject.id", null)]
    [InlineData("subject.properties.a b.c", null)]
    [InlineData("context.x", null)]
    [InlineData("subject.name", "permissions[1].when.subject.name")]
    [InlineData("subject.properties.", "permissions[1].when.subject.properties.")]
    [InlineData("action.name", "permissions[1].when.action.name")]
    [InlineData("Subject.id", "permissions[1].when.Subject.id")]
    [InlineData("", "permissions[1].when.")]
    public void A_path_is_one_of_those_that_there_are(string path, string? field) =>
        FieldOf(ConditionEntry.Is(path, Scalar.Of("x"))).ShouldBe(field);

    [Fact]
    public void The_other_path_is_one_too() =>
        FieldOf(ConditionEntry.IsSame("subject.id", "owner")).ShouldBe("permissions[1].when.subject.id.same");

    [Fact]
    public void There_are_one_to_eight_entries_each_of_its_own_path()
    {
        FieldOf().ShouldBe("permissions[1].when");
        FieldOf(Entries(8)).ShouldBeNull();
        FieldOf(Entries(9)).ShouldBe("permissions[1].when");
        FieldOf([.. Entries(2), .. Entries(1)]).ShouldBe("permissions[1].when.context.x0");
    }

    [Fact]
    public void Values_are_texts_numbers_and_flags()
    {
        FieldOf(ConditionEntry.IsIn("context.a", [Scalar.Of("x"), Scalar.Of(1), Scalar.Of(true)])).ShouldBeNull();
        FieldOf(ConditionEntry.IsIn("context.a", [])).ShouldBe("permissions[1].when.context.a");
        FieldOf(ConditionEntry.IsNot("context.a", Scalar.Nothing)).ShouldBe("permissions[1].when.context.a");
        FieldOf(ConditionEntry.Is("context.a", Scalar.Of(double.NaN))).ShouldBe("permissions[1].when.context.a");
        FieldOf(ConditionEntry.Is("context.a", Scalar.Of(new string('x', 1_025)))).ShouldBe("permissions[1].when.context.a");
    }

    [Theory]
    [InlineData("a b", null, "permissions")]
    [InlineData("a b", "record", "permissions[0].action")]
    [InlineData("", null, "permissions")]
    [InlineData("read", "", "permissions[0].on")]
    [InlineData("read", "record", null)]
    public void Names_have_no_white_space(string action, string? on, string? field) =>
        GrantRules.Check([new(action, on)])?.Field.ShouldBe(field);

    private static ConditionEntry[] Entries(int count) =>
        [.. Enumerable.Range(0, count).Select(i => ConditionEntry.Is("context.x" + i, Scalar.Of(i)))];

    private static string? FieldOf(params ConditionEntry[] entries) =>
        GrantRules.Check(["read", new("write", null, new Condition(entries))])?.Field;
}
