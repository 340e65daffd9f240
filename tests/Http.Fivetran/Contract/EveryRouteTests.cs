using Roster.Core.Keys;

namespace Roster.Tests.Http.Fivetran.Contract;

/// <summary>What every operation refuses alike. The operations are those of the OpenAPI document, which are the routes.</summary>
public sealed class EveryRouteTests(FivetranServer server)
{
    private const string NoKey = """{"code":"AuthFailed","message":"Missing authorization credentials"}""";
    private const string BadKey = """{"code":"AuthFailed","message":"Invalid authorization credentials"}""";
    private const string NotAcceptable = """{"code":"NotAcceptable","message":"Every answer here is application/json, which the Accept header excludes"}""";
    private const string NotJson = """{"code":"UnsupportedMediaType","message":"The body must be application/json."}""";
    private const string NoObject = """{"code":"InvalidInput","message":"The body must be a JSON object."}""";
    private const string Malformed = """{"code":"InvalidInput","message":"The body is not well-formed JSON, nests too deep, or has a name twice."}""";
    private const string NotUtf8 = """{"code":"InvalidInput","message":"The body is not UTF-8."}""";
    private const string TooLarge = """{"code":"PayloadTooLarge","message":"The body must be at most 4194304 bytes long."}""";

    public static TheoryData<string> EveryOperation => [.. Documented.Operations];

    public static TheoryData<string> EveryWithBody => [.. Documented.Operations.Where(operation => Sample.Body(operation) is not null)];

    public static TheoryData<string> EveryPath => [.. Documented.Operations.Select(operation => operation.Split(' ')[1]).Distinct()];

    [Theory]
    [MemberData(nameof(EveryOperation))]
    public async Task Without_a_valid_key_nothing_is_answered(string operation)
    {
        var world = await server.WorldAsync();
        var request = Sample.Path(operation);

        (await server.AskAsync(request, null, Sample.Body(operation))).ShouldBe(401, NoKey);
        (await server.AskAsync(request, null, Sample.Body(operation), ("Authorization", $"Bearer {world.Admin}"))).ShouldBe(401, NoKey);
        (await server.AskAsync(request, null, Sample.Body(operation), ("X-API-Key", $"{world.Admin}"))).ShouldBe(401, NoKey);
        (await server.AskAsync(request, null, Sample.Body(operation), ("Authorization", "Basic !"))).ShouldBe(401, BadKey);
        var wrong = await server.AskAsync(request, world.Admin with { Secret = new string('x', 53) }, Sample.Body(operation));
        wrong.ShouldBe(401, BadKey);
        wrong.Header("WWW-Authenticate").ShouldBe("Basic realm=\"Roster\", charset=\"UTF-8\"");
    }

    [Theory]
    [MemberData(nameof(EveryOperation))]
    public async Task A_key_that_may_do_nothing_is_told_which_permission_it_lacks(string operation)
    {
        var world = await server.WorldAsync();
        var key = await world.KeyAsync(Grants.Check);

        (await server.AskAsync(Sample.Path(operation), key, Sample.Body(operation)))
            .ShouldBe(403, $$"""{"code":"Forbidden","message":"Access denied. Required permission: {{Sample.Permission(operation)}}"}""");
    }

    [Theory]
    [MemberData(nameof(EveryOperation))]
    public async Task An_Accept_header_that_excludes_JSON_is_refused(string operation)
    {
        var world = await server.WorldAsync();

        (await server.AskAsync(Sample.Path(operation), world.Admin, Sample.Body(operation), ("Accept", "text/html, application/json;q=0")))
            .ShouldBe(406, NotAcceptable);
    }

    [Theory]
    [InlineData("application/json;version=2")]
    [InlineData("application/json; version=2")]
    [InlineData("application/*")]
    [InlineData("text/html, */*;q=0.1")]
    [InlineData("APPLICATION/JSON")]
    public async Task An_Accept_header_that_allows_JSON_changes_nothing(string accept)
    {
        var world = await server.WorldAsync();

        var plain = await server.AskAsync("GET /v1/users", world.Admin);
        var other = await server.AskAsync("GET /v1/users", world.Admin, null, ("Accept", accept));

        other.ShouldBe(200, plain.Text);
    }

    [Theory]
    [MemberData(nameof(EveryWithBody))]
    public async Task A_body_must_be_declared_as_JSON(string operation)
    {
        var world = await server.WorldAsync();
        var (request, body) = (Sample.Path(operation), Sample.Body(operation));

        (await server.AskAsync(request, world.Admin, body, ("Content-Type", "application/x-www-form-urlencoded"))).ShouldBe(415, NotJson);
        (await server.AskAsync(request, world.Admin)).ShouldBe(415, NotJson);
    }

    [Theory]
    [MemberData(nameof(EveryWithBody))]
    public async Task A_body_must_be_one_JSON_object(string operation)
    {
        var world = await server.WorldAsync();
        var request = Sample.Path(operation);

        (await server.AskAsync(request, world.Admin, "null")).ShouldBe(400, NoObject);
        (await server.AskAsync(request, world.Admin, "[{}]")).ShouldBe(400, NoObject);
        (await server.AskAsync(request, world.Admin, "")).ShouldBe(400, Malformed);
        (await server.AskAsync(request, world.Admin, "{")).ShouldBe(400, Malformed);
        (await server.AskAsync(request, world.Admin, """{"role":"a","role":"b"}""")).ShouldBe(400, Malformed);
        (await server.Roster.AskAsync(request, world.Admin, (byte[])[.. "{\"role\":\""u8, 0xff, .. "\"}"u8])).ShouldBe(400, NotUtf8);
    }

    [Theory]
    [MemberData(nameof(EveryWithBody))]
    public async Task A_body_must_not_be_larger_than_4_MiB(string operation)
    {
        var world = await server.WorldAsync();

        (await server.AskAsync(Sample.Path(operation), world.Admin, new string(' ', 4_194_305))).ShouldBe(413, TooLarge);
    }

    [Theory]
    [MemberData(nameof(EveryPath))]
    public async Task A_method_that_is_not_there_is_answered_with_those_that_are(string path)
    {
        var world = await server.WorldAsync();
        var methods = Documented.Operations.Select(operation => operation.Split(' ')).Where(operation => operation[1] == path).Select(operation => operation[0]);

        var answer = await server.AskAsync("PUT " + Sample.Path(path), world.Admin, "{}");

        answer.ShouldBe(405, """{"code":"MethodNotAllowed","message":"The method is not supported at this path"}""");
        answer.Header("Allow")!.Split(", ").ShouldBe(methods, ignoreOrder: true);
    }

    [Theory]
    [InlineData("GET /v1")]
    [InlineData("GET /v1/")]
    [InlineData("GET /v1/teams//users")]
    [InlineData("GET /v1/users//groups")]
    [InlineData("GET /v1/users/ada/roles")]
    [InlineData("POST /v1/destinations")]
    public async Task A_path_that_is_not_there_is_answered_as_JSON(string request)
    {
        var world = await server.WorldAsync();

        (await server.AskAsync(request, world.Admin)).ShouldBe(404, """{"code":"NotFound","message":"There is nothing at this path"}""");
        (await server.AskAsync(request, null)).ShouldBe(401, NoKey);
    }
}
