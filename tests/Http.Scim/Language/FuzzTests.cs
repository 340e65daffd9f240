using System.Text;
using System.Text.Json;
using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Patching;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim.Language;

public sealed class FuzzTests
{
    private const int Seed = 20260301;

    private static readonly string[] Pieces =
    [
        "userName", "emails", "emails.value", "name", "name.familyName", "title", "active", "meta.created", "manager", "members", "groups", "id", "schemas", "fake",
        Urns.User + ":userName", Urns.EnterpriseUser, Urns.EnterpriseUser + ":department", Urns.EnterpriseUser + ".manager", "urn:", ":", ".", "$ref", "value", "type", "primary",
        "eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le", "pr", "and", "or", "not", "NOT(", "(", ")", "[", "]", "[type eq \"work\"]", "].value",
        "\"work\"", "\"a\\\"b\"", "\"\\u00e9\"", "\"\\ud800\"", "\"2026-03-01T09:15:02Z\"", "\"", "\\", "true", "True", "null", "1", "-1.5e9", "x", " ", "  ", "\t", "\0", "\ud83d\ude00", "\ud83d", "%", "_", ",",
    ];

    /// <summary>Texts that no attribute can have, and an empty one.</summary>
    private static readonly string[] Unfit = ["", "\\u0007", new('x', 1_100)];

    private static int Cases => Environment.GetEnvironmentVariable("ROSTER_TEST_FULL") == "1" ? 1_000_000 : 100_000;

    [Fact]
    public void No_text_breaks_the_filter_parser()
    {
        var random = new Random(Seed);
        var (user, parsed) = (Said.User("\"userName\":\"a\",\"emails\":[{\"value\":\"x\",\"type\":\"work\"}]"), 0);
        for (var i = 0; i < Cases; i++)
        {
            var text = Spoilt(random);
            var filter = FilterParser.Parse(text, new FilterScope(ResourceType.User, ResourceType.Group), out var error);
            (filter is null).ShouldBe(error is not null, text);
            (error?.Type ?? "invalidFilter").ShouldBe("invalidFilter");
            if (filter is not null)
            {
                filter.Matches(user);
                parsed++;
            }
        }

        // Not all is nonsense, or the evaluator would see nothing.
        parsed.ShouldBeGreaterThan(Cases / 20);
    }

    [Fact]
    public void No_body_breaks_the_patch_engine()
    {
        var random = new Random(Seed);
        var applied = 0;
        for (var i = 0; i < Cases; i++)
        {
            var type = random.Of(ResourceType.User, ResourceType.User, ResourceType.Group);
            var resource = type == ResourceType.User ? Said.User(Members(random)) : Said.Resource(type, "\"displayName\":\"G\"");
            var text = $$"""{"schemas":["{{Urns.PatchOp}}"],"Operations":[{{string.Join(',', Enumerable.Range(0, random.Next(1, 3)).Select(_ => Operation(random)))}}]}""";
            var error = PatchRequest.Read(type, "user-a", Said.Json(text), out var request)
                ?? Patch.Apply(request, resource, out resource, out _)
                ?? Completion.Complete(type, resource);
            if (error is not null)
            {
                error.Status.ShouldBe(400, text);
                error.Type.ShouldNotBeNull(text);
                continue;
            }

            applied++;
            Holds(type, resource, text);
        }

        applied.ShouldBeGreaterThan(Cases / 20);
    }

    [Theory]
    [InlineData("x eq \"a\" and ")]
    [InlineData("(")]
    [InlineData("not(")]
    [InlineData("emails[type eq \"work\"].value eq \"x\" or ")]
    [InlineData("\"\\u0061")]
    [InlineData("urn:ietf:params:scim:schemas:core:2.0:User:")]
    public void A_filter_twice_as_long_takes_no_more_than_about_twice_the_work(string piece)
    {
        var length = (FilterParser.MaxLength / 2) - 20;
        Ratio(Long(length), Long(2 * length)).ShouldBeLessThan(4);

        string Long(int characters) => "userName eq \"a\" and " + string.Concat(Enumerable.Repeat(piece, characters / piece.Length));

        static double Ratio(string one, string twice) => Work(twice) / Math.Max(Work(one), 1_000);

        static double Work(string text)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            FilterParser.Parse(text, new FilterScope(ResourceType.User), out _);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Twice_the_members_in_a_patch_take_about_twice_the_time()
    {
        Time(20_000);
        var ratio = Enumerable.Range(0, 5).Min(_ => Time(200_000) / Time(100_000));
        ratio.ShouldBeLessThan(3.5);

        static double Time(int members)
        {
            var ids = string.Join(',', Enumerable.Range(0, members).Select(i => $$"""{"value":"user-{{i}}"}"""));
            var body = Said.Json($$"""{"schemas":["{{Urns.PatchOp}}"],"Operations":[{"op":"add","path":"members","value":[{{ids}}]},{"op":"remove","path":"members","value":[{{ids}}]}]}""");
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            PatchRequest.Read(ResourceType.Group, "g", body, out var request).ShouldBeNull();
            Patch.Apply(request, Said.Resource(ResourceType.Group, ""), out _, out var draft).ShouldBeNull();
            draft.Remove.Count().ShouldBe(members);
            return System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
    }

    private static string Spoilt(Random random)
    {
        var text = new StringBuilder(random.Next(2) == 0 ? RandomFilter.Next(random).Text : "");
        for (var i = random.Next(text.Length > 0 ? 3 : 12); i > 0; i--)
        {
            var at = random.Next(text.Length + 1);
            if (text.Length > 0 && random.Next(3) == 0)
            {
                text.Remove(Math.Min(at, text.Length - 1), 1);
            }
            else if (text.Length > 20 || random.Next(2) == 0)
            {
                text.Insert(at, random.Of(Pieces));
            }
            else
            {
                text.Append(random.Of(Pieces)).Append(' ', random.Next(2));
            }
        }

        return text.ToString();
    }

    private static string Members(Random random)
    {
        var text = RandomUsers.Next(random, "ana").ToJsonString();
        return text[(text.IndexOf("],", StringComparison.Ordinal) + 2)..^1];
    }

    private static string Operation(Random random)
    {
        var op = random.Next(20) == 0 ? random.Of("\"move\"", "7", "null") : random.Of("\"add\"", "\"Replace\"", "\"remove\"", "\"REMOVE\"");
        var path = random.Next(8) switch
        {
            0 => random.Of("null", "\"\"", "7", "[]"),
            1 => JsonSerializer.Serialize(random.Of(Pieces)),
            2 => JsonSerializer.Serialize($"{random.Of("emails", "phoneNumbers", "addresses", "members", "groups", "name")}[{Spoilt(random)}]{random.Of("", ".value", ".type", ".primary", ".fake")}"),
            3 or 4 => JsonSerializer.Serialize(random.Of("title", "name.givenName", "department", "manager", "userName", "displayName", "emails.display", "members")),
            5 => JsonSerializer.Serialize($"{random.Of("emails", "addresses")}[type eq \"{random.Of(Unfit)}\"]{random.Of("", ".value", ".locality")}"),
            _ => JsonSerializer.Serialize($"{random.Of("emails", "addresses", "members")}[type eq \"{random.Of(RandomUsers.Types)}\"]{random.Of("", ".value", ".primary")}"),
        };
        return $$"""{"op":{{op}},"path":{{path}}{{(random.Next(8) == 0 ? "" : ",\"value\":" + Value(random, 3))}}}""";
    }

    private static string Value(Random random, int depth) => random.Next(depth > 0 ? 10 : 6) switch
    {
        0 => "null",
        1 => random.Of("true", "false", "\"True\"", "\"false\""),
        2 => random.Of("7", "-1", "1e400", "0.5"),
        3 => random.Of("\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"\\u0007\""),
        4 or 5 => JsonSerializer.Serialize(random.Of(RandomUsers.Words)),
        6 when random.Next(4) == 0 => $$"""{"$ref":"x/{{random.Of("%00", "%0A", Unfit[^1])}}"}""",
        6 => $$"""{"value":"{{random.Of(RandomUsers.Types)}}","primary":true}""",
        7 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth - 1)))}]",
        _ => "{" + string.Join(',', Enumerable.Range(0, random.Next(4))
            .Select(i => JsonSerializer.Serialize(random.Of(Pieces[..29]))).Distinct()
            .Select(name => $"{name}:{Value(random, depth - 1)}")) + "}",
    };

    /// <summary>Whatever was done to it: what is written is JSON, has at most one primary, and is read again as the same.</summary>
    private static void Holds(ResourceType type, ScimObject resource, string why)
    {
        var text = Said.Text(resource, type);
        var json = Said.Json(text);
        foreach (var member in json.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array))
        {
            member.Value.EnumerateArray()
                .Count(item => item.TryGetProperty("primary", out var primary) && primary.ValueKind == JsonValueKind.True)
                .ShouldBeLessThan(2, why);
        }

        var again = Said.Resource(type, text[1..^1]);
        again[type == ResourceType.User ? UserSchema.UserName : GroupSchema.DisplayName].ShouldNotBeNull(why);
        Said.Text(again, type).ShouldBe(text, why);
    }
}
