using System.Text.Json;
using Roster.Core.Access;
using Roster.Http.AuthZen.Reading;

namespace Roster.Tests.Http.AuthZen.Reading;

public sealed class JsonPropertiesTests
{
    [Theory]
    [InlineData("""{"a":"x"}""", "a", "x")]
    [InlineData("""{"a":{"b":"x"}}""", "a.b", "x")]
    [InlineData("""{"a.b":"x"}""", "a.b", "x")]
    [InlineData("""{"a":{"b.c":{"d":"x"}}}""", "a.b.c.d", "x")]
    [InlineData("""{"a":1,"a.b":"x"}""", "a.b", "x")]
    [InlineData("""{"":{"":"x"}}""", ".", "x")]
    public void A_text_is_found_by_its_path(string json, string path, string expected) => Find(json, path).ShouldBe(Scalar.Of(expected));

    [Theory]
    [InlineData("""{"a":{"b":1}}""", "a")]
    [InlineData("""{"a":[1]}""", "a")]
    [InlineData("""{"a":1e400}""", "a")]
    [InlineData("""{"a":{"b":1},"a.b":1}""", "a.b")]
    [InlineData("""{"a":{"b":{"c":1}},"a.b":{"c":1}}""", "a.b.c")]
    public void What_cannot_be_compared_is_there_all_the_same(string json, string path) => Find(json, path).ShouldBe(Scalar.Nothing);

    [Theory]
    [InlineData("{}", "a")]
    [InlineData("""{"a":null}""", "a")]
    [InlineData("""{"A":1}""", "a")]
    [InlineData("""{"a":{"b":1}}""", "a.c")]
    [InlineData("""{"a":{"b":1}}""", "a.b.c")]
    [InlineData("""{"a":{"b":1}}""", "b")]
    public void What_is_not_there_is_not_found(string json, string path) => Find(json, path).ShouldBeNull();

    [Fact]
    public void Numbers_and_flags_are_what_they_are()
    {
        Find("""{"a":1}""", "a").ShouldBe(Find("""{"a":1.0}""", "a"));
        Find("""{"a":1}""", "a").ShouldNotBe(Find("""{"a":true}""", "a"));
        Find("""{"a":"1"}""", "a").ShouldNotBe(Find("""{"a":1}""", "a"));
        Find("""{"a":false}""", "a").ShouldBe(Scalar.Of(false));
    }

    [Fact]
    public void A_path_of_many_dots_takes_no_time()
    {
        var path = string.Join('.', Enumerable.Repeat("a", 128));
        var json = Enumerable.Range(0, 60).Aggregate("""{"b":1}""", (inner, _) => $$"""{"a":{{inner}},"a.a":{{(inner.Length < 2_000 ? inner : "{}")}}}""");

        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 100; i++)
        {
            Find(json, path);
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static Scalar? Find(string json, string path) =>
        new JsonProperties(JsonElement.Parse(json)).TryFind(path, out var value) ? value : null;
}
