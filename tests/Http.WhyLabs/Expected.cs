using System.Text.Json;
using System.Text.RegularExpressions;
using Roster.Testing;

namespace Roster.Tests.Http.WhyLabs;

/// <summary>Holds whole answers against what the contract says.</summary>
internal static class Expected
{
    /// <summary>Status, media type, request id and every member of the body. A text <c>"~…"</c> is a form that the actual text must have.</summary>
    public static void ShouldAnswer(this Answer answer, int status, string json)
    {
        answer.Status.ShouldBe(status, answer.Text);
        if (json.Length == 0)
        {
            answer.Body.ShouldBeEmpty();
            answer.Header("Content-Type").ShouldBeNull();
            return;
        }

        answer.Header("Content-Type").ShouldBe("application/json");
        answer.Header("Content-Length").ShouldBe(answer.Body.Length.ToString());
        Differences(JsonElement.Parse(json), answer.Json, "$").ShouldBeEmpty(answer.Text);
    }

    private static IEnumerable<string> Differences(JsonElement expected, JsonElement actual, string at) =>
        (expected.ValueKind, actual.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => OfObjects(expected, actual, at),
            (JsonValueKind.Array, JsonValueKind.Array) when expected.GetArrayLength() == actual.GetArrayLength() =>
                expected.EnumerateArray().Zip(actual.EnumerateArray()).SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{at}[{i}]")),
            (JsonValueKind.String, JsonValueKind.String) when expected.GetString() is ['~', .. var form] =>
                Regex.IsMatch(actual.GetString()!, $"^({form})$", RegexOptions.None, TimeSpan.FromMinutes(1))
                    ? []
                    : [$"{at} is '{actual}', not of the form {form}"],
            _ => JsonElement.DeepEquals(expected, actual) ? [] : [$"{at} is {actual.GetRawText()}, not {expected.GetRawText()}"],
        };

    private static IEnumerable<string> OfObjects(JsonElement expected, JsonElement actual, string at)
    {
        var (wanted, there) = (Members(expected), Members(actual));
        return
        [
            .. wanted.Keys.Except(there.Keys).Select(name => $"{at}.{name} is missing"),
            .. there.Keys.Except(wanted.Keys).Select(name => $"{at}.{name} is {there[name].GetRawText()}, but should not be there"),
            .. wanted.Keys.Intersect(there.Keys).SelectMany(name => Differences(wanted[name], there[name], $"{at}.{name}")),
        ];
    }

    private static Dictionary<string, JsonElement> Members(JsonElement element) =>
        element.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
}
