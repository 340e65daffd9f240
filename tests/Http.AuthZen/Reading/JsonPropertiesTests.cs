using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Access.Granting;
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

    [Fact]
    public void Many_paths_among_many_members_take_no_time()
    {
        var members = string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"\"m{i}\":{i}"));
        var properties = new JsonProperties(JsonElement.Parse($$"""{{{members}},"inner":{{{members}}} }"""));
        var dots = string.Join('.', Enumerable.Repeat("a", 100));

        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 2_000; i++)
        {
            properties.TryFind($"m{i}.{dots}", out _).ShouldBeFalse();
            properties.TryFind($"inner.m{i}", out var value).ShouldBeTrue();
            value.ShouldBe(Scalar.Of((double)i));
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_path_longer_than_any_condition_asks_for_is_as_good_as_not_there()
    {
        var name = new string('x', GrantRules.MaxPath - 2);

        Find($$"""{"a":{"{{name}}":1} }""", "a." + name).ShouldBe(Scalar.Of(1.0));
        Find($$"""{"a":{"{{name}}y":1} }""", $"a.{name}y").ShouldBeNull();
    }

    private static Scalar? Find(string json, string path) =>
        new JsonProperties(JsonElement.Parse(json)).TryFind(path, out var value) ? value : null;
}
