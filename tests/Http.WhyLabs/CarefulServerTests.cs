using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Users;

namespace Roster.Tests.Http.WhyLabs;

/// <summary>Where the reference has a quirk and the contract says what a careful server does: a test for each such row of §1 and §2.</summary>
public sealed class CarefulServerTests(WhyLabsServer server)
{
    [Fact]
    public async Task An_address_is_taken_in_its_own_account_only()
    {
        var (world, other) = (await World.MakeAsync(server.Server), await World.MakeAsync(server.Server));
        await world.Account.RegisterUserAsync("eve@example.com");

        (await other.Admin.PostAsync(other.Fill("{a}/user"), """{"email":"eve@example.com"}""")).Status.ShouldBe(200);
        (await world.Admin.PostAsync(world.Fill("{a}/user"), """{"email":"eve@example.com"}""")).Status.ShouldBe(409);
    }

    [Fact]
    public async Task What_was_created_can_be_read_at_once()
    {
        var world = await World.MakeAsync(server.Server);
        for (var i = 0; i < 20; i++)
        {
            var created = await world.Admin.PostAsync(world.Fill("{a}/user"), $$"""{"email":"user{{i}}@example.com"}""");

            var id = created.Json.GetProperty("userId").GetString();
            (await world.Admin.GetAsync(world.Fill($"{{a}}/user/id?user_id={id}"))).Text.ShouldBe(created.Text);
        }
    }

    [Fact]
    public async Task Of_two_creations_at_once_one_is_a_duplicate()
    {
        var world = await World.MakeAsync(server.Server);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            i => world.Admin.PostAsync(world.Fill("{a}/user"), i % 2 == 0 ? """{"email":"eve@example.com"}""" : """{"email":"Eve@Example.com"}""")));

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => answer.Status == 409).ShouldBe(15);
    }

    [Fact]
    public async Task A_user_created_inactive_has_no_memberships_even_when_revived()
    {
        var world = await World.MakeAsync(server.Server);
        await world.Account.DeleteUserAsync(World.Bo);

        var revived = await world.Admin.PostAsync(world.Fill("{a}/user"), """{"email":"bo@example.com","active":false}""");

        revived.Json.GetProperty("userId").GetString().ShouldBe(World.Bo.Value);
        (await world.Admin.GetAsync(world.Fill("{a}/memberships?user_id=user-bo"))).ShouldAnswer(200, """{"memberships":[]}""");
    }

    [Fact]
    public async Task A_search_by_address_stays_in_its_account()
    {
        var (world, other) = (await World.MakeAsync(server.Server), await World.MakeAsync(server.Server));
        await other.Account.RegisterUserAsync("eve@example.com");

        (await world.Admin.GetAsync(world.Fill("{a}/user/email?email=eve@example.com"))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Deactivation_works_by_id_though_the_address_was_changed_at_another_door()
    {
        var world = await World.MakeAsync(server.Server);
        var rename = new ChangeUserRequest(World.Bo, new PersonPatch(UserName.ParseEmail("Robert@example.com", "email").Value));
        (await server.Server.Get<ChangeUser>().RunAsync(world.Account.Caller, rename, CancellationToken.None)).Fault.ShouldBeNull();

        var answer = await world.Admin.PutAsync(world.Fill("{a}/user?user_id=user-bo"), """{"active":false}""");

        answer.Json.GetProperty("email").GetString().ShouldBe("robert@example.com");
        (await world.Admin.GetAsync(world.Fill("{a}/memberships?user_id=user-bo"))).ShouldAnswer(200, """{"memberships":[]}""");
    }

    [Theory]
    [InlineData("PUT", "{a}/user?user_id=user-bo", """{"active":false}""")]
    [InlineData("DELETE", "{a}/user/user-bo", null)]
    public async Task A_user_and_their_memberships_go_in_one_set(string method, string target, string? body)
    {
        var world = await World.MakeAsync(server.Server);
        var before = await world.Account.RevisionAsync();

        (await world.Admin.SendAsync(method, world.Fill(target), body)).Status.ShouldBe(200);

        var changes = await server.Server.Get<ListChanges>().RunAsync(world.Account.Caller, before, 100, CancellationToken.None);
        changes.Value.Select(entry => entry.Set).Distinct().Count().ShouldBe(1);
        changes.Value.ShouldAllBe(entry => entry.Door == Door.WhyLabs && entry.Actor == $"key:{world.Account.Key.Id}");
    }

    [Fact]
    public async Task Reactivation_restores_nothing_and_an_inactive_user_may_be_added()
    {
        var world = await World.MakeAsync(server.Server);
        await world.Admin.PutAsync(world.Fill("{a}/user?user_id=user-bo"), """{"active":false}""");

        var added = await world.Admin.PatchAsync(
            world.Fill("{a}/memberships?managed_org_id=org-m2&role=ADMIN"), """{"userIdsToAdd":["user-bo"],"userIdsToDelete":[]}""");
        await world.Admin.PutAsync(world.Fill("{a}/user?user_id=user-bo"), "{}");

        added.Json.GetProperty("errors").GetArrayLength().ShouldBe(0);
        (await world.Admin.GetAsync(world.Fill("{a}/memberships?user_id=user-bo"))).ShouldAnswer(
            200, """{"memberships":[{"orgId":"org-m2","role":"ADMIN","members":[{"userId":"user-bo","email":"bo@example.com"}]}]}""");
    }

    [Fact]
    public async Task A_move_between_roles_is_safe_in_either_order()
    {
        foreach (var addFirst in new[] { true, false })
        {
            var world = await World.MakeAsync(server.Server);
            var add = (Role: "ADMIN", Body: """{"userIdsToAdd":["user-bo"],"userIdsToDelete":[]}""");
            var remove = (Role: "VIEWER", Body: """{"userIdsToAdd":[],"userIdsToDelete":["user-bo"]}""");
            foreach (var (role, body) in addFirst ? [add, remove] : new[] { remove, add })
            {
                var answer = await world.Admin.PatchAsync(world.Fill($"{{a}}/memberships?managed_org_id=org-m1&role={role}"), body);
                answer.Json.GetProperty("errors").GetArrayLength().ShouldBe(0);
            }

            (await world.MembershipAsync(World.Bo, World.One))!.Role.ShouldBe("Organization Admin");
        }
    }

    [Fact]
    public async Task Nothing_is_written_where_anything_is_refused()
    {
        var world = await World.MakeAsync(server.Server);
        var before = await world.Account.RevisionAsync();

        (await world.Admin.PatchAsync(
            world.Fill("{a}/memberships?managed_org_id={org}&role=ADMIN"), """{"userIdsToAdd":["user-cy"],"userIdsToDelete":["user-cy","user-ana"]}""")).Status.ShouldBe(400);
        (await world.Admin.PutAsync(
            world.Fill("{a}/memberships?managed_org_id={org}&role=MEMBER"), """{"userIds":["user-cy","user-ana"]}""")).Status.ShouldBe(400);

        (await world.Account.RevisionAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Many_changes_of_one_request_are_one_set()
    {
        var world = await World.MakeAsync(server.Server);
        var before = await world.Account.RevisionAsync();

        await world.Admin.PutAsync(world.Fill("{a}/memberships?managed_org_id=org-m1&role=VIEWER"), """{"userIds":["user-ana","user-cy","user-dee"]}""");

        var changes = await server.Server.Get<ListChanges>().RunAsync(world.Account.Caller, before, 100, CancellationToken.None);
        changes.Value.Count.ShouldBe(4);
        changes.Value.ShouldAllBe(entry => entry.Set == before + 1);
    }

    [Fact]
    public async Task A_member_with_another_role_of_the_level_keeps_it_and_its_end()
    {
        var world = await World.MakeAsync(server.Server);
        var end = server.Server.Clock.Now.Plus(TimeSpan.FromDays(1));
        await world.Account.GiveRoleAsync(World.Cy, world.Account.Scope, "Account Billing", end);

        await world.Admin.PatchAsync(
            world.Fill("{a}/memberships?managed_org_id={org}&role=VIEWER"), """{"userIdsToAdd":["user-cy"],"userIdsToDelete":[]}""");
        var kept = await world.MembershipAsync(World.Cy, world.Account.Scope);
        await world.Admin.PatchAsync(
            world.Fill("{a}/memberships?managed_org_id={org}&role=MEMBER"), """{"userIdsToAdd":["user-cy"],"userIdsToDelete":[]}""");
        var moved = await world.MembershipAsync(World.Cy, world.Account.Scope);

        (kept!.Role, kept.Until).ShouldBe(("Account Billing", end));
        (moved!.Role, moved.Until).ShouldBe(("Account Analyst", end));
    }

    [Fact]
    public async Task A_key_may_leave_its_account_out()
    {
        var world = await World.MakeAsync(server.Server);

        (await world.With(world.Account.Key with { Account = null }).GetAsync(world.Fill("{a}/users"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_key_just_made_opens_what_its_scope_says()
    {
        var world = await World.MakeAsync(server.Server);
        var made = await world.Admin.SendAsync("POST", "/v1/api-key?scopes=:account_administrator", null);
        var key = Credential.Parse(made.Json.GetProperty("key").GetString()!)!;

        (await world.With(key).PostAsync(world.Fill("{a}/user"), """{"email":"eve@example.com"}""")).Status.ShouldBe(200);
        (await world.Admin.DeleteAsync($"/v1/api-key?key_id={key.Id}")).Status.ShouldBe(200);
        (await world.With(key).GetAsync(world.Fill("{a}/users"))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Path_values_are_decoded_and_a_slash_at_the_end_is_accepted()
    {
        var world = await World.MakeAsync(server.Server);

        (await world.Admin.GetAsync($"/v0/accounts/org/{world.Org.Replace("-", "%2D")}/users")).Status.ShouldBe(200);
        (await world.Admin.GetAsync(world.Fill("{a}/users/"))).Status.ShouldBe(200);
        (await world.Admin.DeleteAsync(world.Fill("{a}/user/user-bo/"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_header_may_name_the_keys_own_account()
    {
        var world = await World.MakeAsync(server.Server);

        (await world.Admin.GetAsync("/v1/api-key/validate", ("X-WHYLABS-ORGANIZATION", world.Org))).Status.ShouldBe(200);
        (await world.Admin.GetAsync("/v1/api-key/validate", ("X-WHYLABS-ORGANIZATION", ""))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_list_of_organizations_never_outlives_a_change()
    {
        var world = await World.MakeAsync(server.Server);
        foreach (var path in new[] { "{a}/organizations", "{a}/users", "{a}/memberships" })
        {
            await world.Admin.GetAsync(world.Fill(path));
        }

        await world.Account.DeleteUserAsync(World.Bo);
        await world.Account.EndScopeAsync(World.One);

        (await world.Admin.GetAsync(world.Fill("{a}/organizations"))).Json.GetArrayLength().ShouldBe(1);
        (await world.Admin.GetAsync(world.Fill("{a}/users"))).Json.GetArrayLength().ShouldBe(3);
        (await world.Admin.GetAsync(world.Fill("{a}/memberships"))).Json.GetProperty("memberships").GetArrayLength().ShouldBe(1);
    }
}
