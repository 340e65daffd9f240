using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Roster.Sdk.Fivetran;
using Roster.Sdk.Transport;

namespace Roster.Tests.Sdk.Contract;

/// <summary>The SDK says what the server said, and said to it what the case says.</summary>
internal static class Agreement
{
    /// <summary>The request that was sent is the case's, but for what nobody set.</summary>
    public static void OnRequest(Recorder sent, string request, string? body)
    {
        var (asked, said) = (new Uri("http://x" + request.Split(' ')[1]), new Uri("http://x" + sent.Target));
        $"{sent.Method} {said.AbsolutePath}".ShouldBe($"{request.Split(' ')[0]} {asked.AbsolutePath}");
        Parameters(asked).Except(Parameters(said)).ShouldBeEmpty();
        (sent.IdempotencyKey is not null).ShouldBe(asked.AbsolutePath.StartsWith("/api/") && sent.Method != "GET");
        if (body is not null)
        {
            Differences(JsonElement.Parse(body), JsonElement.Parse(sent.Body ?? "{}"), "body").ShouldBeEmpty(sent.Body);
        }
    }

    public static void OnSuccess(object? result, Answer answer, JsonSerializerContext json)
    {
        answer.Status.ShouldBeInRange(200, 299);
        JsonElement? content = answer.Body.Length == 0 ? null : result is Acknowledgement ? answer.Json : Envelope.Content(answer.Json);
        switch (result)
        {
            case null:
                break;
            case string text:
                content!.Value.EnumerateObject().Single().Value.GetString().ShouldBe(text);
                break;
            case IEnumerable or not Resource:
                OnList(result, content!.Value, json);
                break;
            default:
                Differences(content!.Value, Written(result, json), "$").ShouldBeEmpty();
                (result as Versioned)?.ETag.ShouldBe(answer.Header("ETag"));
                break;
        }
    }

    public static void OnRefusal(RosterException refused, Answer answer)
    {
        var body = answer.Json;
        ((int?)refused.Status).ShouldBe(answer.Status);
        refused.Code.ShouldBe(Text(body, "code") ?? Text(body, "type")!.Replace("urn:roster:problem:", ""));
        refused.Message.ShouldBe(Text(body, "detail") ?? Text(body, "message"));
        refused.Field.ShouldBe(Text(body, "field") ?? Text(body, "parameter"));
        refused.RequestId.ShouldBe(answer.Header("X-Request-Id"));
        refused.RawBody.ShouldBe(answer.Text);
        refused.Attempts.ShouldBe(1);
    }

    /// <summary>A page, or a whole list.</summary>
    private static void OnList(object result, JsonElement content, JsonSerializerContext json)
    {
        var items = (IEnumerable)(result.GetType().GetProperty("Items")?.GetValue(result) ?? result);
        var next = result.GetType().GetProperty("NextCursor")?.GetValue(result) as string;
        var array = content.ValueKind == JsonValueKind.Array ? content : content.EnumerateObject().First(member => member.Value.ValueKind == JsonValueKind.Array).Value;
        array.EnumerateArray().Zip(items.Cast<object>(), (item, ours) => (item, ours)).SelectMany(pair => Differences(pair.item, Written(pair.ours, json), "$")).ShouldBeEmpty();
        items.Cast<object>().Count().ShouldBe(array.GetArrayLength());
        next.ShouldBe(content.ValueKind == JsonValueKind.Object ? Text(content, "next_cursor") ?? Text(content, "nextCursor") ?? NextRevision(content) : null);
    }

    /// <summary>The log's end is an empty page.</summary>
    private static string? NextRevision(JsonElement log) =>
        log.TryGetProperty("nextAfter", out var next) && log.GetProperty("items").GetArrayLength() > 0 ? next.GetRawText() : null;

    private static JsonElement Written(object value, JsonSerializerContext json) => JsonSerializer.SerializeToElement(value, value.GetType(), json);

    /// <summary>What the first has and the second has not, or otherwise; what is nothing may be missing.</summary>
    private static IEnumerable<string> Differences(JsonElement expected, JsonElement actual, string at) => (expected.ValueKind, actual.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => Names(expected).Union(Names(actual)).SelectMany(name => Differences(Member(expected, name), Member(actual, name), $"{at}.{name}")),
        (JsonValueKind.Array, JsonValueKind.Array) when expected.GetArrayLength() == actual.GetArrayLength() =>
            expected.EnumerateArray().Zip(actual.EnumerateArray()).SelectMany(pair => Differences(pair.First, pair.Second, at + "[]")),
        _ when JsonElement.DeepEquals(expected, actual) || (IsNothing(expected) && IsNothing(actual)) || IsSameTime(expected, actual) => [],
        _ => [$"{at} is {actual.GetRawText()}, not {expected.GetRawText()}"],
    };

    private static bool IsNothing(JsonElement value) => value.ValueKind == JsonValueKind.Null
        || (value.ValueKind == JsonValueKind.String && value.GetString() == "")
        || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);

    private static bool IsSameTime(JsonElement one, JsonElement other) =>
        one.ValueKind == JsonValueKind.String && other.ValueKind == JsonValueKind.String && Time(one) is { } time && Time(other) == time;

    private static DateTimeOffset? Time(JsonElement value) => value.GetString()!.Contains('T')
        && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static IEnumerable<string> Names(JsonElement value) => value.EnumerateObject().Select(member => member.Name);

    private static JsonElement Member(JsonElement value, string name) => value.TryGetProperty(name, out var member) ? member : JsonElement.Parse("null"u8);

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static IEnumerable<string> Parameters(Uri uri) =>
        uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !pair.EndsWith('=')).Select(Uri.UnescapeDataString);
}
