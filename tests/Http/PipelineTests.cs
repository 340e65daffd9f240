using System.Text;

namespace Roster.Tests.Http;

/// <summary>Whatever goes wrong before or within a route is answered by the door, in its own shape.</summary>
public sealed class PipelineTests : IAsyncLifetime
{
    private static readonly (string, string) Key = ("Authorization", "Bearer " + RosterServer.BootstrapKey);
    private static readonly (string, string) Json = ("Content-Type", "application/json");

    private RosterServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await RosterServer.StartAsync(ProbeDialect.Options);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("GET", "/probe/bug", "Internal ")]
    [InlineData("GET", "/probe/store", "Unavailable 1")]
    [InlineData("GET", "/probe/nothing", "UnknownPath ")]
    [InlineData("GET", "/probe", "UnknownPath ")]
    [InlineData("GET", "/PROBE/nothing", "UnknownPath ")]
    [InlineData("DELETE", "/probe/peer", "MethodNotAllowed ")]
    public async Task A_failure_is_told_by_the_door(string method, string path, string fault) =>
        (await _server.Wire.SendAsync(method, path, null, Key)).Text.ShouldBe($"\"{fault}\"");

    [Fact]
    public async Task A_failure_of_ours_tells_nothing_of_the_inside() =>
        (await _server.Wire.SendAsync("GET", "/probe/bug")).ToString().ShouldNotContain("detail");

    [Fact]
    public async Task Which_methods_a_path_has_is_for_those_with_a_key()
    {
        (await _server.Wire.SendAsync("DELETE", "/probe/peer", null, Key)).Header("Allow").ShouldBe("GET");
        var stranger = await _server.Wire.SendAsync("DELETE", "/probe/peer");
        stranger.Text.ShouldBe("\"NoCredential \"");
        stranger.Header("Allow").ShouldBeNull();
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/probed/peer")]
    [InlineData("//probe/peer")]
    [InlineData("/")]
    public async Task An_unknown_root_is_natives(string path)
    {
        var answer = await _server.Wire.SendAsync("DELETE", path);

        answer.Status.ShouldBeOneOf(404, 405);
        answer.Header("Content-Type").ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("a%20b", "a b")]
    [InlineData("a%2Fb%2fc", "a/b/c")]
    [InlineData("a%252Fb", "a%2Fb")]
    [InlineData("a%252Fb?q=%2F", "a%2Fb")]
    [InlineData("%C3%A9%25", "\u00e9%")]
    public async Task A_path_is_decoded_once_and_slashes_too(string escaped, string decoded) =>
        (await _server.Wire.SendAsync("GET", "/probe/path/" + escaped)).Json.GetString().ShouldBe(decoded);

    [Theory]
    [InlineData("""{"text":"a"}""", "\"a\"")]
    [InlineData("\uFEFF{\"text\":null}", "null")]
    [InlineData("""{"TEXT":"a"}""", "null")]
    [InlineData("""{"text":1}""", "\"InvalidValue text\"")]
    [InlineData("""{"text":"\u0000"}""", "\"InvalidValue text\"")]
    [InlineData("""{"text":"\ud800"}""", "\"InvalidValue text\"")]
    [InlineData("""{"text":"a","text":"b"}""", "\"MalformedBody \"")]
    [InlineData("""{"text":"a"} x""", "\"MalformedBody \"")]
    [InlineData("""{"text":"a",}""", "\"MalformedBody \"")]
    [InlineData("""{"text":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}""", "\"MalformedBody \"")]
    [InlineData("[]", "\"MalformedBody \"")]
    [InlineData("null", "\"MalformedBody \"")]
    [InlineData("", "\"MalformedBody \"")]
    [InlineData("{\"text\":\"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789\"}", "\"BodyTooLarge \"")]
    public async Task A_body_is_one_small_object_of_JSON(string body, string answer) =>
        (await _server.Wire.SendAsync("POST", "/probe/body", Encoding.UTF8.GetBytes(body), Key, Json)).Text.ShouldBe(answer);

    [Fact]
    public async Task A_body_that_is_not_UTF8_is_refused() =>
        (await _server.Wire.SendAsync("POST", "/probe/body", "{\"text\":\"\u00e9\"}"u8.ToArray()[..^3], Key, Json)).Text.ShouldBe("\"MalformedBody \"");

    [Fact]
    public async Task A_body_of_unknown_length_is_bounded_too()
    {
        var chunk = Encoding.ASCII.GetBytes($"POST /probe/body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{Key.Item1}: {Key.Item2}\r\n"
            + $"Transfer-Encoding: chunked\r\n\r\nff\r\n{new string(' ', 255)}\r\n0\r\n\r\n");

        (await _server.Wire.SendRawAsync(chunk)).Text.ShouldBe("\"BodyTooLarge \"");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json-patch+json")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task Another_content_type_is_refused(string? type)
    {
        (string, string)[] headers = type is null ? [Key] : [Key, ("Content-Type", type)];

        (await _server.Wire.SendAsync("POST", "/probe/body", "{}"u8.ToArray(), headers)).Text.ShouldBe("\"UnsupportedMediaType \"");
    }

    [Fact]
    public async Task Forwarded_headers_count_from_trusted_proxies_alone()
    {
        (string, string)[] forwarded = [("X-Forwarded-For", "192.0.2.7"), ("X-Forwarded-Proto", "https")];
        await using var behind = await RosterServer.StartAsync(
            ProbeDialect.Options with { Settings = new Dictionary<string, string> { ["ROSTER_TRUSTED_PROXIES"] = "127.0.0.0/8" } });
        await using var elsewhere = await RosterServer.StartAsync(
            ProbeDialect.Options with { Settings = new Dictionary<string, string> { ["ROSTER_TRUSTED_PROXIES"] = "10.0.0.1" } });

        (await behind.Wire.SendAsync("GET", "/probe/peer", null, forwarded)).Text.ShouldBe("\"https 192.0.2.7\"");
        (await elsewhere.Wire.SendAsync("GET", "/probe/peer", null, forwarded)).Text.ShouldBe("\"http 127.0.0.1\"");
        (await _server.Wire.SendAsync("GET", "/probe/peer", null, forwarded)).Text.ShouldBe("\"http 127.0.0.1\"");
    }
}
