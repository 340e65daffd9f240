using System.Text;
using Roster.Core.Keys;
using Roster.Core.Roles;
using Roster.Core.Values;
using static Roster.Tests.Http.Native.Expected;
using static Roster.Tests.Http.Native.Shown;

namespace Roster.Tests.Http.Native.Contract;

public sealed class InvitationTests(NativeServer server) : ContractTests(server)
{
    private const string Path = "/api/users/mary/invitation";

    private static readonly string Ended = Problem(
        410, "invitation-ended", "The invitation has ended", "The invitation was used, replaced or revoked, or has expired.", "token");

    private static readonly string None = Problem(
        404, "unknown-invitation", "There is no such invitation", "There is no such invitation.", "token");

    public static TheoryData<Case> Issues =>
    [
        new Case("for a user", "POST /api/users/mary/invitation", CreatedOnce(
            Path,
            $$"""{"id":"invitation-ID","userId":"mary","createdAt":"{{Now}}","expiresAt":"2026-03-10T10:00:00.123456Z","token":"{account}.invitation-ID.SECRET","link":"https://roster.example.com/invitation#{account}.invitation-ID.SECRET"}""")),
        new Case("for nobody", "POST /api/users/nobody/invitation", Unknown("user", "nobody")),
        new Case("for who is not active", "POST /api/users/mary/invitation", Problem(409, "user-inactive", "The user is not active", "The user 'mary' is not active."))
        {
            Before = world => world.Account.DeactivateUserAsync(World.Mary),
        },
        new Case("for who holds a higher role", "POST /api/users/grace/invitation", Above("member", "viewer")) { By = world => world.WithAsync(Grants.Provision, Level.Viewer) },
        new Case("without the grant", "POST /api/users/mary/invitation", NotPermitted("provision")) { By = world => world.WithAsync(Grants.Read) },
    ];

    public static TheoryData<Case> Revocations =>
    [
        new Case("one", "DELETE /api/users/mary/invitation", Answer(204, "")) { Before = world => IssueAsync(world) },
        new Case("none", "DELETE /api/users/mary/invitation", Problem(
            404, "unknown-invitation", "There is no such invitation", "The user 'mary' has no open invitation.")),
        new Case("of nobody", "DELETE /api/users/nobody/invitation", Unknown("user", "nobody")),
        new Case("of who holds a higher role", "DELETE /api/users/grace/invitation", Above("member", "viewer")) { By = world => world.WithAsync(Grants.Provision, Level.Viewer) },
        new Case("without the grant", "DELETE /api/users/mary/invitation", NotPermitted("provision")) { By = world => world.WithAsync(Grants.Read) },
    ];

    /// <summary>Everything that ends an invitation.</summary>
    public static TheoryData<Case> Endings =>
    [
        new Case("revocation", "DELETE /api/users/mary/invitation", ""),
        new Case("a newer one", "POST /api/users/mary/invitation", ""),
        new Case("another user name", "PATCH /api/users/mary", "") { Body = """{"userName":"may@example.com"}""" },
        new Case("deactivation", "PATCH /api/users/mary", "") { Body = """{"active":false}""" },
        new Case("deletion", "DELETE /api/users/mary", ""),
    ];

    [Theory, MemberData(nameof(Issues))]
    public Task Issue(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Revocations))]
    public Task Revoke(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Endings))]
    public async Task An_ended_invitation_is_gone(Case @case)
    {
        var world = await World.MakeAsync(Server.Roster);
        var token = await IssueAsync(world);

        (await world.Admin.SendAsync(@case.Request.Split(' ')[0], @case.Request.Split(' ')[1], @case.Body)).Status.ShouldBeLessThan(300);

        Of(await AcceptAsync(Server.Roster, token)).ShouldBe(Ended);
        (await world.Admin.GetAsync("/api/users?active=true")).Text.ShouldNotContain("\"verified\":true");
    }

    [Theory]
    [InlineData("may@example.com", "false")]
    [InlineData("MARY@example.com", "true")]
    public async Task The_proof_is_of_one_address(string renamed, string verified)
    {
        var world = await World.MakeAsync(Server.Roster);
        (await AcceptAsync(Server.Roster, await IssueAsync(world))).Status.ShouldBe(200);

        (await world.Admin.PatchAsync("/api/users/mary", $$"""{"userName":"{{renamed}}"}""")).Text.ShouldContain($"\"verified\":{verified}");

        (await world.Admin.GetAsync("/api/users/mary")).Text.ShouldContain($"\"verified\":{verified}");
    }

    [Fact]
    public async Task It_survives_deactivation_no_more_than_activation_afterwards()
    {
        var world = await World.MakeAsync(Server.Roster);
        var token = await IssueAsync(world);

        await world.Admin.PatchAsync("/api/users/mary", """{"active":false}""");
        await world.Admin.PatchAsync("/api/users/mary", """{"active":true}""");

        Of(await AcceptAsync(Server.Roster, token)).ShouldBe(Ended);
    }

    [Fact]
    public async Task A_name_written_in_another_case_ends_nothing()
    {
        var world = await World.MakeAsync(Server.Roster);
        var token = await IssueAsync(world);

        (await world.Admin.PatchAsync("/api/users/mary", """{"userName":"Mary@Example.com"}""")).Status.ShouldBe(200);

        Of(await AcceptAsync(Server.Roster, token)).ShouldBe(Answer(200, """{"userId":"mary","userName":"Mary@Example.com","verified":true}"""));
    }

    [Fact]
    public async Task Who_was_invited_at_Fivetrans_door_accepts_once_and_is_seen_so_at_every_door()
    {
        var world = await World.MakeAsync(Server.Roster);
        var invited = await world.Account.Fivetran.PostAsync(
            "/v1/users", """{"email":"eve@example.com","given_name":"Eve","family_name":"X","role":"Account Administrator"}""");
        var user = invited.Json.GetProperty("data").GetProperty("id").GetString();
        (await StateAsync(world, user)).ShouldBe((true, false, true, false));

        var issued = await world.Admin.PostAsync($"/api/users/{user}/invitation", "{}");
        var token = issued.Json.GetProperty("token").GetString()!;
        var accepted = await AcceptAsync(Server.Roster, token);

        Of(accepted).ShouldBe(Answer(200, """{"userId":"user-ID","userName":"eve@example.com","verified":true}"""));
        Server.Document.Problems("POST", "/api/invitations/accept", 200, accepted.Header("Content-Type"), accepted.Text).ShouldBeEmpty();
        (await StateAsync(world, user)).ShouldBe((false, true, false, true));
        var again = await AcceptAsync(Server.Roster, token);
        Of(again).ShouldBe(Ended);
        Server.Document.Problems("POST", "/api/invitations/accept", 410, again.Header("Content-Type"), again.Text).ShouldBeEmpty();

        // Only who has accepted is an owner, so the one before may go now.
        (await world.Admin.DeleteAsync("/api/users/ada")).Status.ShouldBe(204);
    }

    [Fact]
    public async Task Who_is_pending_is_no_owner()
    {
        var world = await World.MakeAsync(Server.Roster);
        await world.Account.InviteUserAsync("eve@example.com", "Account Administrator");

        (await world.Admin.DeleteAsync("/api/users/ada")).Status.ShouldBe(409);
    }

    [Fact]
    public async Task Revocation_leaves_a_pending_user_pending_and_a_later_invitation_makes_nobody_pending_again()
    {
        var world = await World.MakeAsync(Server.Roster);
        var (user, token) = await world.Account.InviteUserAsync("eve@example.com");
        await world.Admin.DeleteAsync($"/api/users/{user}/invitation");
        (await StateAsync(world, user.Value)).ShouldBe((true, false, true, false));
        Of(await AcceptAsync(Server.Roster, token.ToString())).ShouldBe(Ended);

        var issued = await world.Admin.PostAsync($"/api/users/{user}/invitation", "{}");
        await AcceptAsync(Server.Roster, issued.Json.GetProperty("token").GetString()!);
        await world.Admin.PostAsync($"/api/users/{user}/invitation", "{}");

        (await StateAsync(world, user.Value)).ShouldBe((false, true, false, true));
    }

    [Fact]
    public async Task It_ends_at_the_very_microsecond()
    {
        await using var roster = await RosterServer.StartAsync();
        var world = await World.MakeAsync(roster);
        var token = await IssueAsync(world);
        var end = roster.Clock.Now.Plus(TimeSpan.FromDays(7));

        roster.Clock.Set(end);
        Of(await AcceptAsync(roster, token)).ShouldBe(Ended);
        Of(await world.Admin.DeleteAsync(Path, ("X-Request-Id", RequestId))).ShouldBe(Problem(
            404, "unknown-invitation", "There is no such invitation", "The user 'mary' has no open invitation."));
    }

    [Fact]
    public async Task It_holds_until_the_microsecond_before()
    {
        await using var roster = await RosterServer.StartAsync();
        var world = await World.MakeAsync(roster);
        var token = await IssueAsync(world);

        roster.Clock.Set(new Instant(roster.Clock.Now.Plus(TimeSpan.FromDays(7)).Microseconds - 1));

        (await AcceptAsync(roster, token)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_stranger_learns_nothing_about_an_account()
    {
        var world = await World.MakeAsync(Server.Roster);
        var token = await IssueAsync(world);
        string[] guesses =
        [
            token[..^1] + (token[^1] == 'a' ? 'b' : 'a'),
            token.Replace(world.Account.Id.Value, "org-nowhere"),
            $"{world.Account.Id}.nothing.{new string('x', 53)}",
            "nonsense",
            new string('x', 10_000),
        ];

        foreach (var guess in guesses)
        {
            var answer = await AcceptAsync(Server.Roster, guess);
            Of(answer).ShouldBe(None);
            answer.Header("Roster-Revision").ShouldBeNull();
        }

        (await AcceptAsync(Server.Roster, token)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_page_keeps_to_itself()
    {
        var page = await Server.Roster.Wire.SendAsync("GET", "/invitation");

        page.Status.ShouldBe(200);
        page.Header("Content-Type").ShouldBe("text/html; charset=utf-8");
        page.Header("Referrer-Policy").ShouldBe("no-referrer");
        page.Header("Cache-Control").ShouldBe("no-store");
        var policy = page.Header("Content-Security-Policy").ShouldNotBeNull();
        policy.ShouldStartWith("default-src 'none'; script-src 'sha256-");
        policy.ShouldNotContain("unsafe");
        foreach (var element in new[] { "script", "style" })
        {
            var content = page.Text.Split($"<{element}>")[1].Split($"</{element}>")[0];
            policy.ShouldContain(Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(content))));
        }
    }

    private static async Task<string> IssueAsync(World world) =>
        (await world.Admin.PostAsync(Path, "{}")).Json.GetProperty("token").GetString()!;

    private static Task<Answer> AcceptAsync(RosterServer roster, string token) => roster.Wire.SendAsync(
        "POST",
        "/api/invitations/accept",
        Encoding.UTF8.GetBytes($$"""{"token":"{{token}}"}"""),
        ("Content-Type", "application/json"),
        ("X-Request-Id", RequestId));

    /// <summary>Pending and verified here, invited and verified at Fivetran's door.</summary>
    private static async Task<(bool Pending, bool Verified, bool Invited, bool Proved)> StateAsync(World world, string? user)
    {
        var here = (await world.Admin.GetAsync($"/api/users/{user}")).Json;
        var there = (await world.Account.Fivetran.GetAsync($"/v1/users/{user}")).Json.GetProperty("data");
        return (
            here.GetProperty("pending").GetBoolean(),
            here.GetProperty("verified").GetBoolean(),
            there.GetProperty("invited").GetBoolean(),
            there.GetProperty("verified").GetBoolean());
    }
}
