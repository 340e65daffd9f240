using System.Net;

namespace Roster.Tests.Sdk.Odd;

/// <summary>Refusals, in all the forms that are met.</summary>
public sealed class ErrorTests
{
    [Theory]
    [InlineData("""{"code":"NotFound_User","message":"No user u"}""", "NotFound_User", "No user u", null)]
    [InlineData("""{"message":"No user u","requestId":"r-2","type":"ResourceNotFound"}""", "ResourceNotFound", "No user u", null)]
    [InlineData("""{"message":"email is bad","type":"ArgumentValue","parameter":"email"}""", "ArgumentValue", "email is bad", "email")]
    [InlineData("""{"message":"Bad Request","_embedded":{"errors":[]},"_links":{}}""", null, "Bad Request", null)]
    [InlineData("""{"type":"urn:roster:problem:unknown-user","title":"There is no such user","status":404,"detail":"No user u","field":"id","requestId":"r-2"}""", "unknown-user", "No user u", "id")]
    [InlineData("""{"type":"https://example.com/odd","title":"Odd"}""", "https://example.com/odd", "Odd", null)]
    [InlineData("""{"error":"Access denied"}""", null, "Access denied", null)]
    [InlineData("""{"code":7,"message":{"text":"no"}}""", null, null, null)]
    [InlineData("""["no"]""", null, null, null)]
    [InlineData("\"no\"", null, "\"no\"", null)]
    [InlineData("Too many requests, please wait.", null, "Too many requests, please wait.", null)]
    [InlineData("<!DOCTYPE html><html><body>404</body></html>", null, null, null)]
    [InlineData("", null, null, null)]
    [InlineData("   ", null, null, null)]
    public async Task A_refusal_says_what_its_body_says(string body, string? code, string? message, string? field)
    {
        await using var server = new OddServer(Turns.Answer(404, "application/json", body, "X-Request-Id: r-2"));
        using var client = server.WhyLabs(retries: 3);

        var refused = await Should.ThrowAsync<RosterException>(() => client.Account.GetUserByIdAsync("org-1", "u"));

        refused.ShouldSatisfyAllConditions(
            () => refused.Status.ShouldBe(HttpStatusCode.NotFound),
            () => refused.Code.ShouldBe(code),
            () => refused.Message.ShouldBe(message ?? "The server answered 404 (NotFound) and did not say why."),
            () => refused.Field.ShouldBe(field),
            () => refused.RequestId.ShouldBe("r-2"),
            () => refused.RawBody.ShouldBe(body),
            () => refused.Attempts.ShouldBe(1));
    }

    [Fact]
    public async Task What_is_logged_says_it_all_and_no_secret()
    {
        await using var server = new OddServer(Turns.Json(403, """{"code":"Forbidden","message":"No"}""", "X-Request-Id: r-3"));
        using var client = server.Fivetran();

        var refused = await Should.ThrowAsync<RosterException>(() => client.Account.GetInfoAsync());

        refused.ToString().ShouldStartWith("[403, Forbidden, request r-3] Roster.Sdk.RosterException: No");
        refused.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task What_has_moved_under_a_plan_is_read_from_the_refusal()
    {
        await using var server = new OddServer(Turns.Json(409, """{"type":"urn:roster:problem:plan-moved","title":"x","status":409,"detail":"y","moved":[{"kind":"user","id":"u","what":"is gone"}]}"""));
        using var client = server.Native();

        var refused = await Should.ThrowAsync<RosterException>(() => client.Plans.ApplyAsync("plan-1"));

        Roster.Sdk.Native.Plans.MovedIn(refused).ShouldBe([new Roster.Sdk.Native.Moved { Kind = "user", Id = "u", What = "is gone" }]);
        Roster.Sdk.Native.Plans.MovedIn(new RosterException("other")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_redirect_is_not_followed_since_it_could_carry_the_key_elsewhere()
    {
        await using var elsewhere = new OddServer(Turns.Json(200, """{"id":"ada"}"""));
        await using var server = new OddServer(Turns.Answer(307, null, "", $"Location: {elsewhere.Address}"));
        using var client = server.Fivetran();

        var refused = await Should.ThrowAsync<RosterException>(() => client.UserManagement.GetUserDetailsAsync("ada"));

        refused.Status.ShouldBe(HttpStatusCode.TemporaryRedirect);
        elsewhere.Requests.ShouldBeEmpty();
    }
}
