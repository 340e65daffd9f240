using System.Text.Json;

namespace Roster.Tests.Http.AuthZen;

/// <summary>Asks at the door, and knows the certification's names.</summary>
internal sealed record Asker(Knocking Knocking)
{
    public const string Evaluation = "/access/v1/evaluation";
    public const string Evaluations = "/access/v1/evaluations";
    public const string Subjects = "/access/v1/search/subject";
    public const string Resources = "/access/v1/search/resource";
    public const string Actions = "/access/v1/search/action";

    public const string Alice = """{"type":"user","id":"alice"}""";
    public const string Bob = """{"type":"user","id":"bob"}""";
    public const string BobAdmin = """{"type":"user","id":"bob","properties":{"role":"admin"}}""";
    public const string Read = """{"name":"read"}""";
    public const string Write = """{"name":"write"}""";
    public const string SoftDelete = """{"name":"delete","properties":{"soft":true}}""";
    public const string HardDelete = """{"name":"delete","properties":{"soft":false}}""";
    public const string One = """{"type":"record","id":"record-1"}""";
    public const string Two = """{"type":"record","id":"record-2"}""";
    public const string ActiveOne = """{"type":"record","id":"record-1","properties":{"status":"active"}}""";
    public const string ArchivedTwo = """{"type":"record","id":"record-2","properties":{"status":"archived"}}""";
    public const string Context = """{"time":"2026-03-03T10:00:00Z","ip":"192.0.2.1"}""";

    public static TheoryData<string> All => [Evaluation, Evaluations, Subjects, Resources, Actions];

    /// <summary>A request that each endpoint answers with 200.</summary>
    public static string Good(string endpoint) => endpoint switch
    {
        Subjects => Body(("subject", """{"type":"user"}"""), ("action", Read), ("resource", One)),
        Resources => Body(("subject", Alice), ("action", Read), ("resource", """{"type":"record"}""")),
        Actions => Body(("subject", Alice), ("resource", One)),
        _ => Question(Alice, Read, One),
    };

    public static string Question(string subject, string action, string resource) =>
        Body(("subject", subject), ("action", action), ("resource", resource));

    /// <summary>An object of these members, whose values are JSON.</summary>
    public static string Body(params IEnumerable<(string Name, string Json)> members) =>
        "{" + string.Join(',', members.Select(member => $"\"{member.Name}\":{member.Json}")) + "}";

    public static string Items(params IEnumerable<string> items) => $"[{string.Join(',', items)}]";

    public Task<Answer> AskAsync(string endpoint, string body, params (string Name, string Value)[] headers) =>
        Knocking.PostAsync(endpoint, body, headers);

    public async Task<bool> DecideAsync(string subject, string action, string resource) =>
        (await AskAsync(Evaluation, Question(subject, action, resource))).Decision();

    public async Task<bool[]> DecideAllAsync(params (string Name, string Json)[] members) =>
        (await AskAsync(Evaluations, Body(members))).Decisions();

    /// <summary>What a search finds: ids of the one type that is asked for, or names.</summary>
    public async Task<string[]> FindAsync(string endpoint, params (string Name, string Json)[] members) =>
        (await AskAsync(endpoint, Body(members))).Found(endpoint);
}

internal static class Answers
{
    public static JsonElement Ok(this Answer answer)
    {
        answer.Status.ShouldBe(200, answer.ToString());
        answer.Header("Content-Type").ShouldBe("application/json");
        answer.Header("Content-Length").ShouldBe($"{answer.Body.Length}");
        answer.Json.ValueKind.ShouldBe(JsonValueKind.Object);
        return answer.Json;
    }

    /// <summary>The single form: a decision at the top, and nothing else but a context.</summary>
    public static bool Decision(this Answer answer)
    {
        var json = answer.Ok();
        json.TryGetProperty("evaluations", out _).ShouldBeFalse();
        return DecisionOf(json);
    }

    public static bool[] Decisions(this Answer answer)
    {
        var json = answer.Ok();
        json.TryGetProperty("decision", out _).ShouldBeFalse();
        return [.. json.GetProperty("evaluations").EnumerateArray().Select(DecisionOf)];
    }

    public static string[] Found(this Answer answer, string endpoint)
    {
        var json = answer.Ok();
        json.EnumerateObject().Select(member => member.Name).ShouldBeSubsetOf(["page", "results"]);
        return [.. json.GetProperty("results").EnumerateArray().Select(result => IdOf(endpoint, result))];
    }

    public static void ShouldBeRefused(this Answer answer, int status, string? field = null)
    {
        answer.Status.ShouldBe(status, answer.ToString());
        answer.Header("Content-Type").ShouldBe("application/json");
        var error = answer.Json.GetProperty("error");
        error.GetProperty("status").GetInt32().ShouldBe(status);
        error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        (error.TryGetProperty("field", out var named) ? named.GetString() : null).ShouldBe(field, answer.Text);
        (answer.Header("WWW-Authenticate") is not null).ShouldBe(status == 401);
    }

    private static bool DecisionOf(JsonElement json)
    {
        json.EnumerateObject().Select(member => member.Name).ShouldBeSubsetOf(["decision", "context"]);
        (!json.TryGetProperty("context", out var context) || context.ValueKind == JsonValueKind.Object).ShouldBeTrue();
        return json.GetProperty("decision").GetBoolean();
    }

    private static string IdOf(string endpoint, JsonElement result)
    {
        if (endpoint == Asker.Actions)
        {
            result.EnumerateObject().Select(member => member.Name).ShouldBe(["name"]);
            return result.GetProperty("name").GetString()!;
        }

        result.EnumerateObject().Select(member => member.Name).ShouldBe(["type", "id"]);
        result.GetProperty("type").GetString().ShouldBe(endpoint == Asker.Subjects ? "user" : "record");
        return result.GetProperty("id").GetString()!;
    }
}
