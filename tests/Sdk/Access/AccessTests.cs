using System.Net;
using System.Text.Json;
using Roster.Core.Keys;
using Roster.Core.Scopes;
using Roster.Sdk.Access;

namespace Roster.Tests.Sdk.Access;

/// <summary>Access checks through the SDK, with a key that may do nothing else, and what they make of odd answers.</summary>
public sealed class AccessTests(SdkServer server)
{
    private static readonly AccessEntity Grace = new("user", "grace");
    private static readonly AccessEntity Lake = new("group", "lake");

    [Fact]
    public async Task Questions_are_answered_one_by_one_and_many_at_once()
    {
        using var client = await MakeAsync();

        (await client.Access.CheckAsync(Grace, "write", Lake)).ShouldBeTrue();
        (await client.Access.CheckAsync(new AccessQuestion(Grace, "manage", Lake) { Context = JsonElement.Parse("""{"ip":"192.0.2.1"}""") })).ShouldBeFalse();
        (await client.Access.CheckAllAsync(Enumerable.Range(0, 1_500).Select(i => new AccessQuestion(Grace, i % 2 == 0 ? "read" : "manage", Lake))))
            .ShouldBe(Enumerable.Range(0, 1_500).Select(i => i % 2 == 0));
        (await client.Access.CheckAllAsync([])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Searches_are_read_page_by_page()
    {
        using var client = await MakeAsync();

        (await client.Access.FindSubjectsAsync("user", "read", Lake, pageSize: 1).ToListAsync()).ShouldBe(["ada", "grace"]);
        (await client.Access.FindResourcesAsync(Grace, "write", "group").ToListAsync()).ShouldBe(["lake"]);
        (await client.Access.FindActionsAsync(Grace, Lake, pageSize: 1).ToListAsync()).ShouldBe(["read", "write"]);
    }

    [Fact]
    public async Task Why_is_told()
    {
        using var client = await MakeAsync();

        var why = await client.Access.ExplainAsync(Grace, "write", Lake);

        why.Decision.ShouldBeTrue();
        why.Reasons.Select(reason => (reason.Permission!.Action, reason.Membership!.Role, reason.Membership.UserId, reason.Seat)).ShouldBe([("write", "Edit Destination", "grace", null)]);
        (await client.Access.ExplainAsync(Grace, "manage", Lake)).Reasons.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_says_what_is_wrong()
    {
        using var client = await MakeAsync();
        using var reader = new RosterClient(server.Address, (await (await server.Server.OpenAccountAsync()).MintKeyAsync(Grants.Read)).ToString());

        var bad = await Should.ThrowAsync<RosterException>(() => client.Access.CheckAsync(Grace with { Id = "\0" }, "read", Lake));
        var refused = await Should.ThrowAsync<RosterException>(() => reader.Access.CheckAsync(Grace, "read", Lake));

        (bad.Status, refused.Status).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.Forbidden));
        refused.Message.ShouldContain("check");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"decision":null}""")]
    [InlineData("""{"decision":"true"}""")]
    [InlineData("""{"Decision":true}""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task What_is_no_clear_yes_lets_nobody_in(string answer)
    {
        using var client = new RosterClient(new("https://roster.example.com"), RosterServer.BootstrapKey, new() { Handler = new Saying(answer) });

        (await Should.ThrowAsync<RosterException>(() => client.Access.CheckAsync(Grace, "read", Lake))).Code.ShouldBe(RosterException.UnreadableAnswer);
        await Should.ThrowAsync<RosterException>(() => client.Access.CheckAllAsync([new(Grace, "read", Lake)]));
    }

    [Fact]
    public async Task Fewer_answers_than_questions_are_none()
    {
        using var client = new RosterClient(
            new("https://roster.example.com"), RosterServer.BootstrapKey, new() { Handler = new Saying("""{"evaluations":[{"decision":true}]}""") });

        await Should.ThrowAsync<RosterException>(() => client.Access.CheckAllAsync([new(Grace, "read", Lake), new(Grace, "write", Lake)]));
    }

    /// <summary>Grace works in the group lake; ada owns the account.</summary>
    private async Task<RosterClient> MakeAsync()
    {
        var account = await server.Server.OpenAccountAsync();
        await account.RegisterUserAsync("ada@example.com", "Account Administrator", "ada");
        var grace = await account.RegisterUserAsync("grace@example.com", id: "grace");
        await account.CreateGroupAsync("Lake", "lake");
        await account.GiveRoleAsync(grace, ScopeId.Group("lake"), "Edit Destination");
        return new RosterClient(server.Address, (await account.MintKeyAsync(Grants.Check)).ToString());
    }

    private sealed class Saying(string answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, null, "application/json") });
    }
}
