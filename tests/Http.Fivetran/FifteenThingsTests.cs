using System.Buffers;
using System.Text.Json;
using Roster.Core.Keys;

namespace Roster.Tests.Http.Fivetran;

/// <summary>The contract's fifteen things that are easy to get wrong, in its order. Each broke a real client somewhere.</summary>
public sealed class FifteenThingsTests(FivetranServer server)
{
    [Theory]
    [InlineData("DELETE /v1/users/grace/groups/calm_valley", 200)]
    [InlineData("DELETE /v1/users/grace/connections/brisk_harbor", 200)]
    [InlineData("DELETE /v1/groups/calm_valley/users/grace", 200)]
    [InlineData("DELETE /v1/users/grace/role", 200)]
    [InlineData("DELETE /v1/users/grace", 200)]
    [InlineData("DELETE /v1/connectors/brisk_harbor", 200)]
    [InlineData("DELETE /v1/groups/still_lake", 200)]
    [InlineData("DELETE /v1/users/nobody", 404)]
    [InlineData("DELETE /v1/users", 405)]
    [InlineData("GET /v1/nothing", 404)]
    public async Task Thing_01_every_answer_is_a_JSON_object(string request, int status)
    {
        var world = await server.WorldAsync();

        var answer = await server.AskAsync(request, world.Admin);

        answer.Status.ShouldBe(status);
        answer.Json.ValueKind.ShouldBe(JsonValueKind.Object);
        answer.Code.ShouldNotBeEmpty();
        answer.Json.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Thing_02_the_code_is_Success_for_200_and_for_201()
    {
        var world = await server.WorldAsync();

        var made = await server.AskAsync("POST /v1/groups", world.Admin, """{"name":"x"}""");
        var read = await server.AskAsync("GET /v1/groups", world.Admin);

        (made.Status, made.Code).ShouldBe((201, "Success"));
        (read.Status, read.Code).ShouldBe((200, "Success"));
    }

    [Fact]
    public async Task Thing_03_the_cursor_is_called_next_cursor()
    {
        var world = await server.WorldAsync();

        var first = await server.AskAsync("GET /v1/users?limit=1", world.Admin);

        first.Data.EnumerateObject().Select(member => member.Name).ShouldBe(["items", "next_cursor"]);
        (await server.AskAsync($"GET /v1/users?limit=1&cursor={first.Cursor}", world.Admin)).Ids.ShouldBe(["grace"]);
    }

    [Theory]
    [InlineData("GET /v1/users?limit=3")]
    [InlineData("GET /v1/users?limit=4")]
    [InlineData("GET /v1/groups?limit=2")]
    [InlineData("GET /v1/groups/calm_valley/users?limit=2")]
    [InlineData("GET /v1/users/grace/groups?limit=1")]
    [InlineData("GET /v1/users/mary/connections")]
    [InlineData("GET /v1/connections?limit=2")]
    [InlineData("GET /v1/roles?limit=23")]
    public async Task Thing_04_on_the_last_page_next_cursor_is_absent(string request)
    {
        var world = await server.WorldAsync();

        var last = await server.AskAsync(request, world.Admin);

        last.Data.EnumerateObject().Select(member => member.Name).ShouldBe(["items"]);
    }

    [Fact]
    public async Task Thing_05_an_empty_cursor_is_the_first_page_and_a_cursor_goes_into_a_URL_as_it_is()
    {
        var world = await server.WorldAsync();
        var unreserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

        var first = await server.AskAsync("GET /v1/users?cursor=&limit=1", world.Admin);

        first.Ids.ShouldBe(["ada"]);
        first.Cursor.AsSpan().ContainsAnyExcept(unreserved).ShouldBeFalse();
    }

    [Fact]
    public async Task Thing_06_flags_are_booleans_in_every_user_and_role()
    {
        var world = await server.WorldAsync();
        await server.AskAsync("POST /v1/users", world.Admin, """{"email":"new@example.com","given_name":"New","family_name":"Comer"}""");
        await world.SuspendAsync("grace");

        var users = await server.AskAsync("GET /v1/users", world.Admin);
        var roles = await server.AskAsync("GET /v1/roles", world.Admin);

        users.Items.Select(Flags("verified", "invited", "active")).ShouldBe(
            ["False False True", "False False False", "False False True", "False True True"]);
        roles.Items.Select(Flags("is_custom", "is_deprecated")).Distinct().ShouldBe(["False False", "False True"]);
    }

    [Fact]
    public async Task Thing_07_a_time_that_does_not_exist_is_null_and_one_that_does_ends_in_Z()
    {
        var world = await server.WorldAsync();

        var user = (await server.AskAsync("GET /v1/users/ada", world.Admin)).Data;
        var connection = (await server.AskAsync("GET /v1/connections/brisk_harbor", world.Admin)).Data;

        user.GetProperty("logged_in_at").ValueKind.ShouldBe(JsonValueKind.Null);
        connection.GetProperty("succeeded_at").ValueKind.ShouldBe(JsonValueKind.Null);
        connection.GetProperty("failed_at").ValueKind.ShouldBe(JsonValueKind.Null);
        user.GetProperty("created_at").GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$");
    }

    [Fact]
    public async Task Thing_08_values_come_back_exactly_as_they_were_sent()
    {
        var world = await server.WorldAsync();
        var sent = new Dictionary<string, string>
        {
            ["email"] = "MiXed.Case+tag@EXAMPLE.com",
            ["given_name"] = "  Ünï\u00a0\"quoted\" <b>  ",
            ["family_name"] = "O'Néill/\\\t😀",
            ["phone"] = " +353 00 0000 0000 ",
            ["picture"] = "data:image/png;base64,iVBORw0KGgo+/=",
            ["role"] = "Owner",
        };

        var made = await server.AskAsync("POST /v1/users", world.Admin, JsonSerializer.Serialize(sent));
        var patched = await server.AskAsync($"PATCH /v1/users/{made.Id}", world.Admin, "{}");
        var read = await server.AskAsync($"GET /v1/users/{made.Id}", world.Admin);

        foreach (var answer in new[] { made, patched, read })
        {
            sent.Keys.ToDictionary(field => field, field => answer.Data.GetProperty(field).GetString()!).ShouldBe(sent);
        }
    }

    [Fact]
    public async Task Thing_09_a_user_who_is_invited_without_a_role_has_none()
    {
        var world = await server.WorldAsync();

        var made = await server.AskAsync("POST /v1/users", world.Admin, """{"email":"new@example.com","given_name":"New","family_name":"Comer"}""");

        made.Data.GetProperty("role").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Thing_10_a_PATCH_with_an_empty_role_removes_it()
    {
        var world = await server.WorldAsync();

        await server.AskAsync("PATCH /v1/users/grace", world.Admin, """{"role":""}""");

        (await server.AskAsync("GET /v1/users/grace", world.Admin)).Masked.ShouldContain(Expected.GraceWithoutRole);
    }

    [Fact]
    public async Task Thing_11_a_groups_users_have_the_role_in_the_group_and_a_users_groups_are_explicit()
    {
        var world = await server.WorldAsync();

        var ofGroup = await server.AskAsync("GET /v1/groups/calm_valley/users", world.Admin);
        var ofAda = await server.AskAsync("GET /v1/users/ada/groups", world.Admin);
        var ofGrace = await server.AskAsync("GET /v1/users/grace/groups", world.Admin);

        ofGroup.Items.Select(user => $"{user.GetProperty("id")}: {user.GetProperty("role")}").ShouldBe(["ada: ", "grace: Edit Destination"]);
        ofAda.Ids.ShouldBeEmpty();
        ofGrace.Ids.ShouldBe(["calm_valley"]);
    }

    [Fact]
    public async Task Thing_12_creating_a_group_makes_the_keys_user_a_member()
    {
        var world = await server.WorldAsync();
        var key = await world.KeyAsync(Grants.Admin, "ada");

        var group = await server.AskAsync("POST /v1/groups", key, """{"name":"Hers"}""");

        (await server.AskAsync($"GET /v1/groups/{group.Id}/users", key)).Items
            .Select(user => $"{user.GetProperty("id")}: {user.GetProperty("role")}").ShouldBe(["ada: Manage Destination", "grace: "]);
        (await server.AskAsync("GET /v1/users/ada/groups", key)).Ids.ShouldBe([group.Id]);
    }

    [Theory]
    [InlineData("GET /v1/users/nobody", "NotFound_User")]
    [InlineData("GET /v1/groups/nowhere", "NotFound_Group")]
    [InlineData("GET /v1/connections/nowhere", "NotFound_Connection")]
    [InlineData("GET /v1/connectors/nowhere", "NotFound_Connector")]
    [InlineData("GET /v1/users/nobody/groups", "NotFound_User")]
    [InlineData("GET /v1/groups/nowhere/users", "NotFound_Group")]
    [InlineData("DELETE /v1/groups/calm_valley/users/nobody", "NotFound")]
    [InlineData("DELETE /v1/groups/nowhere/users/grace", "NotFound")]
    [InlineData("DELETE /v1/groups/calm_valley/users/mary", "NotFound")]
    public async Task Thing_13_the_code_names_what_was_not_found(string request, string code)
    {
        var world = await server.WorldAsync();

        var answer = await server.AskAsync(request, world.Admin);

        (answer.Status, answer.Code).ShouldBe((404, code));
    }

    [Theory]
    [InlineData("dot.at.the.end.@example.com")]
    [InlineData("a@b")]
    [InlineData("\"odd one\"@example.com")]
    [InlineData("two@signs@example.com")]
    public async Task Thing_14_almost_any_address_can_be_invited(string email)
    {
        var world = await server.WorldAsync();

        var made = await server.AskAsync(
            "POST /v1/users", world.Admin, JsonSerializer.Serialize(new { email, given_name = "New", family_name = "Comer" }));

        (made.Status, made.Data.GetProperty("email").GetString()).ShouldBe((201, email));
    }

    [Fact]
    public async Task Thing_15_a_new_connector_membership_is_also_at_the_top_level()
    {
        var world = await server.WorldAsync();

        var older = await server.AskAsync("POST /v1/users/ada/connectors", world.Admin, """{"id":"brisk_harbor","role":"Manage Connection"}""");

        older.Status.ShouldBe(201);
        older.Text.ShouldMatch(
            """^\{"code":"Success","message":"Connector membership has been created","data":\{"id":"brisk_harbor","role":"Manage Connection","created_at":"(.{27})"\},"id":"brisk_harbor","role":"Manage Connection","created_at":"\1"\}$""");
    }

    private static Func<JsonElement, string> Flags(params string[] names) =>
        item => string.Join(' ', names.Select(name => item.GetProperty(name).GetBoolean()));
}
