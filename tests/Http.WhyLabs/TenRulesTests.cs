using System.Text.Json;
using Roster.Testing;

namespace Roster.Tests.Http.WhyLabs;

/// <summary>The ten rules of the contract's §0, each under its own name.</summary>
public sealed class TenRulesTests(WhyLabsServer server)
{
    private static readonly string[] OptionalMembers = ["externalId", "userSchema"];

    /// <summary>Each of the ten operations of §2, in an order in which all succeed.</summary>
    private static readonly (string Method, string Target, string? Body)[] TheTen =
    [
        ("GET", "{a}/memberships", null),
        ("PUT", "{a}/memberships?managed_org_id=org-m1&role=VIEWER", """{"userIds":["user-cy","user-x"]}"""),
        ("PATCH", "{a}/memberships?managed_org_id=org-m1&role=VIEWER", """{"userIdsToAdd":["user-bo"],"userIdsToDelete":["user-cy"]}"""),
        ("GET", "{a}/organizations", null),
        ("PUT", "{a}/user?user_id=user-cy", """{"externalId":"e"}"""),
        ("POST", "{a}/user", """{"email":"eve@example.com"}"""),
        ("GET", "{a}/user/email?email=bo@example.com", null),
        ("GET", "{a}/user/id?user_id=user-bo", null),
        ("DELETE", "{a}/user/user-cy", null),
        ("GET", "{a}/users", null),
    ];

    [Fact]
    public async Task Rule_1_success_is_exactly_200_with_a_JSON_body()
    {
        foreach (var answer in await AllTenAsync())
        {
            answer.Status.ShouldBe(200);
            answer.Json.ValueKind.ShouldBeOneOf(JsonValueKind.Object, JsonValueKind.Array);
        }
    }

    [Fact]
    public async Task Rule_2_the_content_type_of_success_is_application_json()
    {
        foreach (var answer in await AllTenAsync())
        {
            answer.Header("Content-Type").ShouldBe("application/json");
        }
    }

    [Fact]
    public async Task Rule_3_a_status_always_has_its_errors()
    {
        var world = await World.MakeAsync(server.Server);
        foreach (var (method, target, body) in TheTen.Where(call => call.Method is "PUT" or "PATCH" && call.Target.Contains("role", StringComparison.Ordinal)))
        {
            var answer = await world.Admin.SendAsync(method, world.Fill(target), body!.Replace(",\"user-x\"", ""));
            answer.Json.GetProperty("errors").GetRawText().ShouldBe("[]");
            answer.Json.GetProperty("requestId").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task Rule_4_what_must_be_there_always_is()
    {
        var world = await World.MakeAsync(server.Server);
        var users = (await world.Admin.GetAsync(world.Fill("{a}/users"))).Json;
        var organizations = (await world.Admin.GetAsync(world.Fill("{a}/organizations"))).Json;
        var groups = (await world.Admin.GetAsync(world.Fill("{a}/memberships"))).Json.GetProperty("memberships");

        AllHave(users, "userId", "orgId", "email", "active");
        AllHave(organizations, "orgId", "name");
        AllHave(groups, "orgId", "role", "members");
        foreach (var group in groups.EnumerateArray())
        {
            AllHave(group.GetProperty("members"), "userId", "email");
        }
    }

    [Fact]
    public async Task Rule_5_what_is_null_is_left_out()
    {
        var world = await World.MakeAsync(server.Server);

        foreach (var user in (await world.Admin.GetAsync(world.Fill("{a}/users"))).Json.EnumerateArray())
        {
            var hasBoth = user.GetProperty("userId").GetString() == World.Bo.Value;
            user.EnumerateObject().Count(member => OptionalMembers.Contains(member.Name)).ShouldBe(hasBoth ? 2 : 0);
        }

        foreach (var answer in await AllTenAsync())
        {
            answer.Text.ShouldNotContain("null");
        }
    }

    [Theory]
    [InlineData("Account Analyst", "MEMBER")]
    [InlineData("Owner", "ADMIN")]
    [InlineData("Account Billing", "VIEWER")]
    [InlineData("Destination Creator", "MEMBER")]
    public async Task Rule_6_roles_are_one_of_three_words_whatever_other_doors_call_them(string role, string word)
    {
        var world = await World.MakeAsync(server.Server);
        await world.Account.GiveRoleAsync(World.Cy, world.Account.Scope, role);

        var groups = (await world.Admin.GetAsync(world.Fill("{a}/memberships?user_id=user-cy"))).Json.GetProperty("memberships");

        groups[0].GetProperty("role").GetString().ShouldBe(word);
    }

    [Fact]
    public async Task Rule_7_unknown_members_of_a_body_are_ignored()
    {
        var world = await World.MakeAsync(server.Server);

        var created = await world.Admin.PostAsync(
            world.Fill("{a}/user"), """{"email":"eve@example.com","userId":"user-eve","orgId":"org-x","groups":[{"a":null}]}""");
        var updated = await world.Admin.PutAsync(world.Fill("{a}/user?user_id=user-bo"), """{"email":"mallory@example.com","active":true}""");

        created.Status.ShouldBe(200);
        created.Json.GetProperty("userId").GetString().ShouldNotBe("user-eve");
        updated.Json.GetProperty("email").GetString().ShouldBe("bo@example.com");
    }

    [Fact]
    public async Task Rule_8_explicit_nulls_are_accepted_for_what_is_optional()
    {
        var world = await World.MakeAsync(server.Server);
        const string Nulls = "\"externalId\":null,\"userSchema\":null,\"active\":null}";

        (await world.Admin.PostAsync(world.Fill("{a}/user"), "{\"email\":\"eve@example.com\"," + Nulls)).Json.GetProperty("active").GetBoolean().ShouldBeTrue();
        (await world.Admin.PutAsync(world.Fill("{a}/user?user_id=user-dee"), "{" + Nulls)).Json.GetProperty("active").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Rule_9_lists_are_bare_arrays_and_memberships_are_wrapped()
    {
        var world = await World.MakeAsync(server.Server);
        var empty = await server.Server.OpenAccountAsync();

        (await world.Admin.GetAsync(world.Fill("{a}/users"))).Json.ValueKind.ShouldBe(JsonValueKind.Array);
        (await world.Admin.GetAsync(world.Fill("{a}/organizations"))).Json.ValueKind.ShouldBe(JsonValueKind.Array);
        (await empty.WhyLabs.GetAsync($"/v0/accounts/org/{empty.Id}/users")).ShouldAnswer(200, "[]");
        (await empty.WhyLabs.GetAsync($"/v0/accounts/org/{empty.Id}/organizations")).ShouldAnswer(200, "[]");
        (await empty.WhyLabs.GetAsync($"/v0/accounts/org/{empty.Id}/memberships")).ShouldAnswer(200, """{"memberships":[]}""");
    }

    [Fact]
    public void Rule_10_the_only_enumeration_that_a_client_reads_back_has_no_value_of_ours()
    {
        var roles = JsonElement.Parse(Repository.Text("src/Http.WhyLabs/openapi.json"))
            .GetProperty("components").GetProperty("schemas").GetProperty("Role").GetProperty("enum");

        roles.EnumerateArray().Select(role => role.GetString()).ShouldBe(["ADMIN", "MEMBER", "VIEWER"]);
    }

    private async Task<IReadOnlyList<Answer>> AllTenAsync()
    {
        var world = await World.MakeAsync(server.Server);
        var answers = new List<Answer>();
        foreach (var (method, target, body) in TheTen)
        {
            answers.Add(await world.Admin.SendAsync(method, world.Fill(target), body));
        }

        return answers;
    }

    private static void AllHave(JsonElement list, params string[] names)
    {
        list.GetArrayLength().ShouldBeGreaterThan(0);
        foreach (var element in list.EnumerateArray())
        {
            names.Where(name => !element.TryGetProperty(name, out _)).ShouldBeEmpty();
        }
    }
}
