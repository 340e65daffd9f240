using System.Globalization;
using Roster.Core.Keys;
using static Roster.Tests.Http.Native.Shown;

namespace Roster.Tests.Http.Native.Writes;

/// <summary><c>Idempotency-Key</c>: a request that comes again is answered again, and done once.</summary>
public sealed class RepeatTests(NativeServer server)
{
    private const string NewGroup = """{"name":"North"}""";

    [Theory]
    [InlineData("POST", "/api/groups", NewGroup)]
    [InlineData("PATCH", "/api/users/ada", """{"givenName":"Augusta"}""")]
    [InlineData("PUT", "/api/memberships/group/staging/mary", """{"role":"View Destination"}""")]
    [InlineData("PUT", "/api/memberships/group/warehouse/grace", """{"role":"View Destination"}""")]
    [InlineData("DELETE", "/api/users/mary", null)]
    [InlineData("DELETE", "/api/users/mary?x=1", null)]
    public async Task A_repeat_is_answered_to_the_byte_and_nothing_is_done(string method, string target, string? body)
    {
        var world = await World.MakeAsync(server.Roster);
        var first = await SendAsync(world.Admin, method, target, body);
        var revision = await world.Account.RevisionAsync();
        await world.Account.CreateGroupAsync("meanwhile");

        var again = await SendAsync(world.Admin, method, target, body);

        Of(again).ShouldBe(Of(first));
        again.Text.ShouldBe(first.Text);
        Said(again).ShouldBe(Said(first));
        first.Status.ShouldBeInRange(200, 204);
        first.Header("Idempotency-Replayed").ShouldBeNull();
        again.Header("Idempotency-Replayed").ShouldBe("true");
        revision.ShouldBe(World.Revision + 1);
        (await world.Account.RevisionAsync()).ShouldBe(revision + 1);
        server.Document.Problems(method, target, again.Status, again.Header("Content-Type"), again.Text).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_changed_nothing_is_answered_again_too_whatever_has_happened_since()
    {
        var world = await World.MakeAsync(server.Roster);
        var first = await SendAsync(world.Admin, "PATCH", "/api/users/ada", "{}");
        await world.Admin.PatchAsync("/api/users/ada", """{"givenName":"Augusta"}""");

        var again = await SendAsync(world.Admin, "PATCH", "/api/users/ada", "{}");

        again.Text.ShouldBe(first.Text);
        Said(again).ShouldBe(Said(first));
        again.Header("Idempotency-Replayed").ShouldBe("true");
    }

    [Theory]
    [InlineData("POST", "/api/groups", """{"name":"South"}""")]
    [InlineData("POST", "/api/groups", """{"name":"North" }""")]
    [InlineData("POST", "/api/groups?x=1", NewGroup)]
    [InlineData("POST", "/api/organizations", NewGroup)]
    [InlineData("DELETE", "/api/users/mary", null)]
    public async Task Another_request_under_the_same_name_is_refused(string method, string target, string? body)
    {
        var world = await World.MakeAsync(server.Roster);
        await SendAsync(world.Admin, "POST", "/api/groups", NewGroup);

        var other = await SendAsync(world.Admin, method, target, body);

        Of(other).ShouldBe(Problem(
            422, "idempotency-key-reused", "The idempotency key was used for another request", "Another request was made under this name."));
        (await world.Account.RevisionAsync()).ShouldBe(World.Revision + 1);
        server.Document.Problems(method, target, 422, other.Header("Content-Type"), other.Text).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_name_of_another_key_is_another()
    {
        var world = await World.MakeAsync(server.Roster);
        var first = await SendAsync(world.Admin, "POST", "/api/groups", NewGroup);

        var other = await SendAsync(await world.WithAsync(Grants.Admin), "POST", "/api/groups", NewGroup);

        other.Status.ShouldBe(201);
        other.Header("Idempotency-Replayed").ShouldBeNull();
        other.Header("Location").ShouldNotBe(first.Header("Location"));
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        var world = await World.MakeAsync(server.Roster);
        (await SendAsync(world.Admin, "DELETE", "/api/groups/warehouse", null)).Status.ShouldBe(409);
        await world.Account.EndScopeAsync(World.Orders);

        var again = await SendAsync(world.Admin, "DELETE", "/api/groups/warehouse", null);

        again.Status.ShouldBe(204);
        again.Header("Idempotency-Replayed").ShouldBeNull();
    }

    [Fact]
    public async Task A_condition_that_was_met_the_first_time_is_met_again()
    {
        var world = await World.MakeAsync(server.Roster);
        var version = (await world.Admin.GetAsync("/api/users/mary")).Header("ETag")!;

        var first = await SendAsync(world.Admin, "PATCH", "/api/users/mary", """{"givenName":"May"}""", ("If-Match", version));
        var again = await SendAsync(world.Admin, "PATCH", "/api/users/mary", """{"givenName":"May"}""", ("If-Match", version));

        first.Status.ShouldBe(200);
        again.Text.ShouldBe(first.Text);
        again.Header("Idempotency-Replayed").ShouldBe("true");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("é")]
    [InlineData("256")]
    public async Task A_name_that_is_none_is_refused(string name)
    {
        var world = await World.MakeAsync(server.Roster);
        var given = int.TryParse(name, CultureInfo.InvariantCulture, out var length) ? new string('x', length) : name;

        var answer = await world.Admin.PostAsync("/api/groups", NewGroup, ("Idempotency-Key", given), ("X-Request-Id", RequestId));

        Of(answer).ShouldBe(Invalid("Idempotency-Key", "must be 1 to 255 visible ASCII characters"));
        (await world.Account.RevisionAsync()).ShouldBe(World.Revision);
    }

    [Fact]
    public async Task Two_names_are_refused_and_the_longest_is_understood()
    {
        var world = await World.MakeAsync(server.Roster);

        var two = await world.Admin.PostAsync("/api/groups", NewGroup, ("Idempotency-Key", "a"), ("Idempotency-Key", "b"));
        var longest = await world.Admin.PostAsync("/api/groups", NewGroup, ("Idempotency-Key", new string('~', 255)));

        two.Status.ShouldBe(400);
        longest.Status.ShouldBe(201);
    }

    [Fact]
    public async Task An_accepted_invitation_is_answered_again_to_who_has_the_token()
    {
        var world = await World.MakeAsync(server.Roster);
        var (_, token) = await world.Account.InviteUserAsync("eve@example.com");
        var stranger = token with { Secret = new string('x', token.Secret.Length) };

        var first = await AcceptAsync(token.ToString());
        var again = await AcceptAsync(token.ToString());

        again.Status.ShouldBe(200);
        again.Text.ShouldBe(first.Text);
        Said(again).ShouldBe(Said(first));
        again.Header("Idempotency-Replayed").ShouldBe("true");
        (await AcceptAsync(stranger.ToString())).Status.ShouldBe(404);
    }

    /// <summary>The headers that are part of the answer; the request's own id is not.</summary>
    private static string Said(Answer answer) => string.Join('\n', answer.Headers
        .Where(header => header.Name is not ("X-Request-Id" or "Date" or "Idempotency-Replayed"))
        .Select(header => $"{header.Name}: {header.Value}"));

    private static Task<Answer> SendAsync(
        Knocking by, string method, string target, string? body, params (string Name, string Value)[] headers) =>
        by.SendAsync(method, target, body, [("Idempotency-Key", "a-name"), ("X-Request-Id", RequestId), .. headers]);

    private Task<Answer> AcceptAsync(string token) => server.Roster.Wire.SendAsync(
        "POST",
        "/api/invitations/accept",
        System.Text.Encoding.UTF8.GetBytes($$"""{"token":"{{token}}"}"""),
        ("Content-Type", "application/json"),
        ("Idempotency-Key", "a-name"));
}
