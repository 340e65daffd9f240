using System.Text.Json;
using Roster.Http;

namespace Roster.Tests.Http;

/// <summary>What is wrong with a body is told all at once, as long as somebody can still read it.</summary>
public sealed class FieldsTests
{
    [Fact]
    public void All_problems_are_told_in_the_order_in_which_they_were_met()
    {
        var body = Of("""{"name":7,"items":[{"id":"a"},{},true]}""");

        body.RequiredText("name");
        ReadItems(body).ShouldBe(["a", ""]);

        body.Problem!.Field.ShouldBe("name");
        body.Problem.Message.ShouldBe("must be a text; items[1].id is required; items[2] must be an object");
    }

    [Theory]
    [InlineData("""{"items":[{}]}""", "{}")]
    [InlineData("""{"items":[7]}""", "7")]
    public void Where_there_is_no_end_of_them_nobody_reads_to_the_end(string body, string item)
    {
        var fields = Of(body.Replace(item, string.Join(',', Enumerable.Repeat(item, 100_000))));

        ReadItems(fields).Count.ShouldBeLessThan(2_000);
        fields.Texts("items")!.Count.ShouldBeLessThan(2_000);
        fields.RequiredText("other");

        fields.Problems.Count.ShouldBe(1_000);
        fields.Problem!.Message.Length.ShouldBeLessThan(10_000);
        fields.Problem.Message.ShouldEndWith("; and more");
    }

    [Fact]
    public void Members_that_are_not_known_are_no_exception()
    {
        var fields = Of("{" + string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"m{i}\":1")) + "}");

        fields.RefuseOthers("name");

        fields.Problems.Count.ShouldBe(1_000);
    }

    private static Fields Of(string json) => new(JsonElement.Parse(json));

    private static List<string> ReadItems(Fields body) => [.. body.Objects("items").Select(item => item.Fields.RequiredText("id"))];
}
