using System.Text;
using Roster.Http.AuthZen.Checking;
using Roster.Http.AuthZen.Reading;

namespace Roster.Tests.Http.AuthZen.Reading;

/// <summary>The short way of reading a question is never taken where the long way would say anything else.</summary>
public sealed class SimpleQuestionTests
{
    private static readonly string[] Texts =
        ["\"user\"", "\"alice\"", "\"\"", "\"\\u0041\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"", "\"\\u0000\"", "\"\u00e9\"", "null", "7", "{}", "[]", "true"];

    private static readonly string[] Names = ["type", "id", "name", "properties", "ty\\u0070e", "x", "Type"];

    private const string Odd = "{}[]\",:x \\\uFEFF";

    private static readonly string[] Tops = ["subject", "action", "resource", "context", "subj\\u0065ct", "evaluations", "x"];

    [Theory]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"1"}}""")]
    [InlineData(""" { "resource" : { "id":"1" , "type":"record"} , "action":{ "name":"read" },"subject":{"id":"alice","type":"user"} } """)]
    public void A_plain_question_is_read_the_short_way(string json) =>
        SimpleQuestion.TryRead(Encoding.UTF8.GetBytes(json)).ShouldBe(new(new("user", "alice"), "read", null, new("record", "1"), null));

    [Fact]
    public void Both_ways_read_the_same()
    {
        var random = new Random(17);
        var (shorter, refused) = (0, 0);
        for (var i = 0; i < 40_000; i++)
        {
            var json = Encoding.UTF8.GetBytes(Spoilt(random, Question(random)));
            var whole = JsonText.Parse(json);
            var expected = whole.Failed(out var malformed) ? malformed : SingleRequest.Read(whole.Value);
            refused += expected.Fault is null ? 0 : 1;
            if (SimpleQuestion.TryRead(json) is not { } simple)
            {
                continue;
            }

            shorter++;
            expected.Fault.ShouldBeNull(Encoding.UTF8.GetString(json));
            simple.ShouldBe(expected.Value, Encoding.UTF8.GetString(json));
        }

        // Else this would be a test of one of the two alone.
        shorter.ShouldBeGreaterThan(1_000);
        refused.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void Both_ways_read_the_same_of_many()
    {
        var random = new Random(18);
        var shorter = 0;
        for (var i = 0; i < 40_000; i++)
        {
            var json = Encoding.UTF8.GetBytes(Spoilt(random, Batch(random)));
            if (SimpleQuestion.TryReadMany(json, 1_000) is not { } simple)
            {
                continue;
            }

            shorter++;
            var expected = BatchRequest.ReadAll(json);
            expected.Fault.ShouldBeNull(Encoding.UTF8.GetString(json));
            expected.Value.Semantic.ShouldBe(Semantic.ExecuteAll);
            expected.Value.Items.ShouldAllBe(item => item.Fault == null);
            simple.ShouldBe(expected.Value.Items.Select(item => item.Value));
        }

        shorter.ShouldBeGreaterThan(300);
    }

    private static string Batch(Random random)
    {
        var items = string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(8) == 0 ? Of(random, Texts) : Question(random)));
        string[] members = [.. random.Next(2) == 0 ? new[] { Member("subject", Entity(random)) } : [], Member("evaluations", $"[{items}]"), Member("action", Action(random))];
        random.Shuffle(members);
        return $"{{{string.Join(',', members)}}}";
    }

    private static string Question(Random random)
    {
        var plain = random.Next(3) > 0;
        string[] members = plain
            ? [Member("subject", Entity(random)), Member("action", Action(random)), Member("resource", Entity(random))]
            : [.. Enumerable.Range(0, random.Next(5)).Select(_ => Member(Of(random, Tops), random.Next(3) > 0 ? Entity(random) : Of(random, Texts)))];
        random.Shuffle(members);
        return $"{{{string.Join(',', members)}}}";
    }

    private static string Entity(Random random) => random.Next(4) > 0
        ? $"{{{Member("type", Text(random))},{Member("id", Text(random))}}}"
        : $"{{{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Member(Of(random, Names), Text(random))))}}}";

    private static string Action(Random random) => random.Next(4) > 0 ? $"{{{Member("name", Text(random))}}}" : Entity(random);

    private static string Text(Random random) => random.Next(4) > 0 ? Texts[random.Next(2)] : Of(random, Texts);

    private static string Member(string name, string json) => $"\"{name}\":{json}";

    private static string Of(Random random, string[] choices) => choices[random.Next(choices.Length)];

    /// <summary>Now and then a character too many, too few, or another.</summary>
    private static string Spoilt(Random random, string json)
    {
        if (random.Next(4) > 0 || json.Length < 3)
        {
            return json;
        }

        var at = random.Next(json.Length);
        return random.Next(3) switch
        {
            0 => json.Remove(at, 1),
            1 => json.Insert(at, Odd[random.Next(Odd.Length)].ToString()),
            _ => json[..at],
        };
    }
}
