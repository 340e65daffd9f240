using System.Text.Json;
using System.Text.Json.Nodes;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim.Language;

/// <summary>A filter as text, and the same said in C# over the JSON: written without a look at the product's own evaluator.</summary>
internal sealed record RandomFilter(string Text, Func<JsonObject, bool> Holds)
{
    private static readonly string[] Plain = ["title", "nickName", "displayName", "externalId"];

    private static readonly string[] Operators = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le", "pr"];

    public static RandomFilter Next(Random random, int depth = 3)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            return Leaf(random);
        }

        var (left, right) = (Next(random, depth - 1), Next(random, depth - 1));
        return random.Next(4) switch
        {
            0 => new($"not{Blanks(random, 0)}({left.Text})", user => !left.Holds(user)),
            1 => new($"({left.Text}) {Cased(random, "or")} ({right.Text})", user => left.Holds(user) || right.Holds(user)),
            2 => new($"({left.Text}) {Cased(random, "and")} ({right.Text})", user => left.Holds(user) && right.Holds(user)),

            // "and" binds more tightly than "or".
            _ => Leaf(random) is var third
                ? new($"({left.Text}) or{Blanks(random, 1)}({right.Text}) and {third.Text}", user => left.Holds(user) || (right.Holds(user) && third.Holds(user)))
                : throw new InvalidOperationException(),
        };
    }

    private static RandomFilter Leaf(Random random) => random.Next(7) switch
    {
        0 => Active(random),
        1 => Test(random, Of("name"), "givenName", "name.givenName"),
        2 => Test(random, Of(Urns.EnterpriseUser), "department", random.Of("department", Urns.EnterpriseUser + ":department")),
        3 => Test(random, user => Of("manager")(Of(Urns.EnterpriseUser)(user).FirstOrDefault()), "value", random.Of("manager", "manager.value"), isExact: true),
        4 => Test(random, Of("emails"), random.Of("value", "type") is var part ? part : "", part == "value" ? random.Of("emails", "emails.value") : "emails.type"),
        5 => Element(random),
        _ => random.Of(Plain) is var name ? Test(random, user => [user], name, Cased(random, name), isExact: name == "externalId") : throw new InvalidOperationException(),
    };

    private static RandomFilter Active(Random random)
    {
        var wanted = random.Next(2) == 0;
        var isEqual = random.Next(2) == 0;
        return new(
            $"active {(isEqual ? "eq" : "ne")} {random.Of(wanted ? "true" : "false", wanted ? "\"True\"" : "\"False\"")}",
            user => user["active"]!.GetValue<bool>() == wanted == isEqual);
    }

    private static RandomFilter Element(Random random)
    {
        var type = Test(random, element => [element], "type", "type");
        var value = Test(random, element => [element], "value", "value");
        var isBoth = random.Next(2) == 0;
        var isEntras = random.Next(3) == 0;
        var elements = Of("emails");
        return new(
            isEntras ? $"emails[{type.Text}].{value.Text}" : $"emails[{type.Text} {(isBoth ? "and" : "or")} {value.Text}]",
            user => elements(user).Any(element => isBoth || isEntras ? type.Holds(element) && value.Holds(element) : type.Holds(element) || value.Holds(element)));
    }

    private static RandomFilter Test(Random random, Func<JsonObject, IEnumerable<JsonObject>> places, string name, string path, bool isExact = false)
    {
        var asked = random.Of(Operators);
        var word = random.Of(random.Of(RandomUsers.Words, RandomUsers.Types));
        Func<JsonObject, List<string>> values = user => [.. places(user).Select(place => place[name]?.GetValue<string>()).OfType<string>()];
        if (asked == "pr")
        {
            return new($"{path} {Cased(random, "pr")}", user => values(user).Count > 0);
        }

        if (asked is "eq" or "ne" && random.Next(5) == 0)
        {
            return new($"{path} {asked} null", user => values(user).Count == 0 == (asked == "eq"));
        }

        return new(
            $"{path}{Blanks(random, 1)}{Cased(random, asked)} {Literal(random, word)}",
            user => values(user) is { Count: > 0 } some ? some.Exists(text => Fits(Fold(text), Fold(word))) : asked == "ne");

        string Fold(string text) => isExact ? text : text.ToLowerInvariant();

        bool Fits(string text, string literal) => asked switch
        {
            "eq" => text == literal,
            "ne" => text != literal,
            "co" => text.Contains(literal, StringComparison.Ordinal),
            "sw" => text.StartsWith(literal, StringComparison.Ordinal),
            "ew" => text.EndsWith(literal, StringComparison.Ordinal),
            "gt" => string.CompareOrdinal(text, literal) > 0,
            "ge" => string.CompareOrdinal(text, literal) >= 0,
            "lt" => string.CompareOrdinal(text, literal) < 0,
            _ => string.CompareOrdinal(text, literal) <= 0,
        };
    }

    private static Func<JsonObject?, IEnumerable<JsonObject>> Of(string name) => whole => whole?[name] switch
    {
        JsonObject part => [part],
        JsonArray array => array.Select(item => item!.AsObject()),
        _ => [],
    };

    private static string Literal(Random random, string word) =>
        word.All(char.IsAsciiLetter) && random.Next(2) == 0 ? word : JsonSerializer.Serialize(word);

    private static string Cased(Random random, string text) => random.Next(3) == 0 ? text.ToUpperInvariant() : text;

    private static string Blanks(Random random, int least) => new(' ', random.Next(least, 3));
}
