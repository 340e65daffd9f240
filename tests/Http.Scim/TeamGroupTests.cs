using System.Text.Json;
using Roster.Core.Keys;
using Roster.Core.Roles;
using Roster.Core.Scopes;

namespace Roster.Tests.Http.Scim;

/// <summary>Teams as groups: made, shown, renamed, filled, emptied and deleted.</summary>
public sealed class TeamGroupTests(ScimServer server)
{
    [Fact]
    public async Task A_group_is_made_with_its_members_and_shown_as_it_was_written()
    {
        var client = await Client.NewAsync(server.Roster);
        var (ana, bo) = (await client.AddUserAsync("ana", ",\"displayName\":\"Ana Lo\""), await client.AddUserAsync("bo"));
        var made = await client.PostAsync("/Groups", Groups.Of($$"""
            "id":"mine","displayName":"Ops","externalId":"x1","members":[{"value":"{{bo}}","display":"no","type":"Group"},{"$ref":"https://elsewhere.example.com/Users/{{ana}}"},"{{bo}}"],"meta":{"version":"1"},"colour":"red"
            """));

        made.Status.ShouldBe(201);
        made.Header("Location").ShouldBe(made.Json.GetProperty("meta").GetProperty("location").GetString());
        made.Header("ETag").ShouldBe(made.Json.Version());
        var id = made.Json.Id();
        id.ShouldNotBe("mine");
        Client.Own(made.Json).ShouldBe($$"""
            {"externalId":"x1","displayName":"Ops","members":[{"value":"{{bo}}","$ref":"{{Client.Base}}/Users/{{bo}}","type":"User"},{"value":"{{ana}}","$ref":"{{Client.Base}}/Users/{{ana}}","type":"User","display":"Ana Lo"}]}
            """);
        (await client.GroupAsync(id)).GetRawText().ShouldBe(made.Text);
        Groupsof(await client.UserAsync(ana)).ShouldBe($$"""[{"value":"{{id}}","$ref":"{{Client.Base}}/Groups/{{id}}","display":"Ops","type":"direct"}]""");
    }

    [Theory]
    [InlineData("\"displayName\":\"\"", "400 invalidValue")]
    [InlineData("\"displayName\":null", "400 invalidValue")]
    [InlineData("\"members\":[]", "400 invalidValue")]
    [InlineData("\"displayName\":\"A\",\"members\":[{\"value\":\"nobody\"}]", "400 invalidValue")]
    [InlineData("\"displayName\":\"A\",\"members\":[{\"value\":\"\\u0000\"}]", "400 invalidValue")]
    [InlineData("\"displayName\":\"A\",\"members\":[{\"display\":\"x\"}]", "400 invalidValue")]
    [InlineData("\"displayName\":\"A\",\"members\":[7]", "400 invalidValue")]
    [InlineData("\"displayName\":7", "400 invalidValue")]
    [InlineData("\"displayName\":\"tAKEN\"", "409 uniqueness")]
    [InlineData("\"displayName\":\"whylabs-org-1:admin\"", "409 uniqueness")]
    [InlineData("\"displayName\":\"WhyLabs-org-1:ADMIN\"", "409 uniqueness")]
    public async Task What_cannot_be_made_is_refused_and_leaves_nothing(string members, string error)
    {
        var client = await Client.NewAsync(server.Roster);
        await client.TeamAsync("Taken");
        var before = await client.Account.RevisionAsync();

        (await client.PostAsync("/Groups", Groups.Of(members))).Error().ShouldBe(error);

        (await client.Account.RevisionAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_team_cannot_be_in_a_team()
    {
        var client = await Client.NewAsync(server.Roster);
        var (ops, dev) = (await client.TeamAsync("Ops"), await client.TeamAsync("Dev"));

        (await client.PatchAsync($"/Groups/{ops}", $$"""{"op":"add","path":"members","value":[{"value":"{{dev}}"}]}""")).Error().ShouldBe("400 invalidValue");
    }

    [Fact]
    public async Task Patches_touch_exactly_whom_they_name()
    {
        var client = await Client.NewAsync(server.Roster);
        var (ana, bo, cy) = (await client.AddUserAsync("ana"), await client.AddUserAsync("bo"), await client.AddUserAsync("cy"));
        var team = await client.TeamAsync("Ops", ana, bo);
        (string Operation, string Members)[] steps =
        [
            ($$"""{"op":"add","path":"members","value":[{"value":"{{cy}}","display":"cy@x.example"}]}""", $"{ana} {bo} {cy}"),
            ($$"""{"op":"remove","path":"members[value eq \"{{bo}}\"]"}""", $"{ana} {cy}"),
            ($$"""{"op":"Remove","path":"members","value":[{"$ref":null,"value":"{{ana}}"}]}""", cy),
            ($$"""{"op":"Add","path":"members","value":{"value":"{{bo}}"} }""", $"{cy} {bo}"),
            ($$"""{"op":"add","path":"Members","value":"{{ana}}"}""", $"{cy} {bo} {ana}"),
            ("""{"op":"remove","path":"members","value":[]}""", $"{cy} {bo} {ana}"),
            ($$"""{"op":"replace","path":"members","value":[{"value":"{{bo}}"}]}""", bo),
            ($$"""{"op":"replace","value":{"id":"{{team}}","displayName":"Ops 2"} }""", bo),
            ($$"""{"op":"add","value":{"members":[{"value":"{{ana}}"}]} }""", $"{bo} {ana}"),
            ("""{"op":"replace","path":"members","value":[]}""", ""),
            ($$"""{"op":"add","path":"urn:ietf:params:scim:schemas:core:2.0:Group:members","value":["{{ana}}","{{bo}}"]}""", $"{ana} {bo}"),
            ("""{"op":"remove","path":"members"}""", ""),
        ];
        foreach (var (operation, members) in steps)
        {
            var answer = await client.PatchAsync($"/Groups/{team}", operation);
            answer.Status.ShouldBe(200, $"{operation}\n{answer}");
            Groups.MembersOf(answer.Json).ShouldBe(members, operation);
            (await client.MembersAsync(team)).ShouldBe(members, operation);
        }

        (await client.GroupAsync(team)).TryGetProperty("members", out _).ShouldBeFalse();
        (await client.GroupAsync(team)).GetProperty("displayName").GetString().ShouldBe("Ops 2");
    }

    [Theory]
    [InlineData("""{"op":"replace","path":"members[value eq \"{ana}\"].display","value":"x"}""", "400 mutability")]
    [InlineData("""{"op":"replace","path":"id","value":"x"}""", "400 mutability")]
    [InlineData("""{"op":"replace","value":{"id":"x"}}""", "400 mutability")]
    [InlineData("""{"op":"replace","path":"meta.version","value":"x"}""", "400 mutability")]
    [InlineData("""{"op":"remove","path":"displayName"}""", "400 mutability")]
    [InlineData("""{"op":"remove"}""", "400 noTarget")]
    [InlineData("""{"op":"replace","path":"displayName","value":""}""", "400 invalidValue")]
    [InlineData("""{"op":"replace","path":"displayName","value":"other"}""", "409 uniqueness")]
    [InlineData("""{"op":"replace","path":"displayName","value":"whylabs-org-1:viewer"}""", "409 uniqueness")]
    [InlineData("""{"op":"add","path":"colour","value":"x"}""", "400 invalidPath")]
    [InlineData("""{"op":"move","path":"members"}""", "400 invalidSyntax")]
    [InlineData("""{"op":"add","path":"members","value":[{"value":"{ana}"},{"value":"nobody"}]}""", "400 invalidValue")]
    public async Task What_a_patch_cannot_do_is_refused_and_leaves_all_as_it_was(string operation, string error)
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.AddUserAsync("ana");
        await client.TeamAsync("Other");
        var team = await client.TeamAsync("Ops");
        var before = await client.Account.RevisionAsync();

        (await client.PatchAsync(
            $"/Groups/{team}", """{"op":"add","path":"externalId","value":"e"}""", operation.Replace("{ana}", ana))).Error().ShouldBe(error);

        (await client.Account.RevisionAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task What_changes_nothing_writes_nothing_and_is_no_other_version()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.AddUserAsync("ana");
        var team = await client.TeamAsync("Ops", ana);
        var (before, shown) = (await client.Account.RevisionAsync(), await client.GetAsync($"/Groups/{team}"));
        string[] operations =
        [
            $$"""{"op":"add","path":"members","value":[{"value":"{{ana}}"}]}""", """{"op":"remove","path":"members[value eq \"nobody\"]"}""",
            """{"op":"replace","path":"displayName","value":"Ops"}""", """{"op":"remove","path":"externalId"}""",
            $$"""{"op":"replace","path":"members","value":[{"value":"{{ana}}"}]}""",
        ];
        foreach (var operation in operations)
        {
            (await client.PatchAsync($"/Groups/{team}", operation)).Text.ShouldBe(shown.Text, operation);
        }

        (await client.PutAsync($"/Groups/{team}", shown.Text)).Text.ShouldBe(shown.Text);
        (await client.Account.RevisionAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_put_clears_what_it_leaves_out_but_keeps_members_that_it_does_not_name()
    {
        var client = await Client.NewAsync(server.Roster);
        var (ana, bo) = (await client.AddUserAsync("ana"), await client.AddUserAsync("bo"));
        var team = (await client.CreateGroupAsync($$"""
            "displayName":"Ops","externalId":"e","members":[{"value":"{{ana}}"}]
            """)).Id();

        var kept = await client.PutAsync($"/Groups/{team}", Groups.Of("\"displayName\":\"OPS\""));
        (kept.Status, Groups.MembersOf(kept.Json), kept.Json.TryGetProperty("externalId", out _)).ShouldBe((200, ana, false));
        kept.Json.GetProperty("displayName").GetString().ShouldBe("OPS");

        (await client.PutAsync($"/Groups/{team}", Groups.Of($"\"displayName\":\"Ops\",\"id\":\"{team}\",\"members\":[\"{bo}\"]"))).Status.ShouldBe(200);
        (await client.MembersAsync(team)).ShouldBe(bo);
        (await client.PutAsync($"/Groups/{team}", Groups.Of("\"displayName\":\"Ops\",\"members\":[]"))).Status.ShouldBe(200);
        (await client.MembersAsync(team)).ShouldBe("");
        (await client.PutAsync($"/Groups/{team}", Groups.Of("\"displayName\":\"Ops\",\"id\":\"x\""))).Error().ShouldBe("400 mutability");
        (await client.PutAsync($"/Groups/{team}", Groups.Of("\"externalId\":\"e\""))).Error().ShouldBe("400 invalidValue");
        (await client.PutAsync("/Groups/none", Groups.Of("\"displayName\":\"Ops\""))).Error().ShouldBe("404");
    }

    [Fact]
    public async Task A_manager_who_is_listed_again_stays_one()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.Account.RegisterUserAsync("ana@x.example");
        var team = await client.TeamAsync("Ops");
        await client.Account.GiveRoleAsync(ana, ScopeId.Team(team), "Team Manager");

        await client.PatchAsync($"/Groups/{team}", $$"""{"op":"replace","path":"members","value":[{"value":"{{ana}}"}]}""");

        (await client.Account.Native.GetAsync($"/api/memberships/team/{team}/{ana}")).Json.GetProperty("role").GetString().ShouldBe("Team Manager");
    }

    [Fact]
    public async Task A_deleted_group_is_gone_from_everywhere()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.AddUserAsync("ana");
        var team = await client.TeamAsync("Ops", ana);

        (await client.DeleteAsync($"/Groups/{team}")).Status.ShouldBe(204);

        (await client.DeleteAsync($"/Groups/{team}")).Error().ShouldBe("404");
        (await client.GetAsync($"/Groups/{team}")).Error().ShouldBe("404");
        (await client.FindGroupsAsync("displayName eq \"Ops\"")).ShouldBeEmpty();
        (await client.UserAsync(ana)).TryGetProperty("groups", out _).ShouldBeFalse();
        (await client.TeamAsync("Ops")).ShouldNotBe(team);
    }

    [Fact]
    public async Task Versions_guard_writes_and_spare_answers()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.AddUserAsync("ana");
        var team = await client.TeamAsync("Ops");
        var old = (await client.GroupAsync(team)).Version();
        (await client.GetAsync($"/Groups/{team}", ("If-None-Match", old))).Status.ShouldBe(304);
        var add = Client.PatchOf($$"""{"op":"add","path":"members","value":["{{ana}}"]}""");

        (await client.SendAsync("PATCH", $"/Groups/{team}", add, ("If-Match", old))).Status.ShouldBe(200);

        (await client.SendAsync("PATCH", $"/Groups/{team}", add, ("If-Match", old))).Error().ShouldBe("412");
        (await client.PutAsync($"/Groups/{team}", Groups.Of("\"displayName\":\"X\""), ("If-Match", old))).Error().ShouldBe("412");
        (await client.DeleteAsync($"/Groups/{team}", ("If-Match", old))).Error().ShouldBe("412");
        (await client.GetAsync($"/Groups/{team}", ("If-None-Match", old))).Status.ShouldBe(200);
        (await client.UserAsync(ana)).Version().ShouldBe((await client.GroupAsync(team)).Version());
        (await client.DeleteAsync($"/Groups/{team}", ("If-Match", "*"))).Status.ShouldBe(204);
    }

    [Theory]
    [InlineData(Grants.Read)]
    [InlineData(Grants.Check)]
    public async Task Without_the_grant_nothing_is_written(Grants grants)
    {
        var client = await Client.NewAsync(server.Roster);
        var team = await client.TeamAsync("Ops");
        var reader = client.With(await client.Account.MintKeyAsync(grants));

        (await reader.PostAsync("/Groups", Groups.Of("\"displayName\":\"A\""))).Error().ShouldBe("403");
        (await reader.PutAsync($"/Groups/{team}", Groups.Of("\"displayName\":\"A\""))).Error().ShouldBe("403");
        (await reader.PatchAsync($"/Groups/{team}", """{"op":"replace","path":"displayName","value":"A"}""")).Error().ShouldBe("403");
        (await reader.DeleteAsync($"/Groups/{team}")).Error().ShouldBe("403");
        (await reader.GetAsync($"/Groups/{team}")).Status.ShouldBe(grants == Grants.Read ? 200 : 403);
    }

    [Fact]
    public async Task Whoever_seats_somebody_gives_them_what_the_team_holds()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.AddUserAsync("ana");
        var team = await client.Account.CreateTeamAsync("Admins", role: "Account Administrator");
        var weak = client.With(await client.Account.MintKeyAsync(Grants.Provision, Level.Member));

        (await weak.PatchAsync($"/Groups/{team}", $$"""{"op":"add","path":"members","value":["{{ana}}"]}""")).Error().ShouldBe("403");
        (await client.PatchAsync($"/Groups/{team}", $$"""{"op":"add","path":"members","value":["{{ana}}"]}""")).Status.ShouldBe(200);
        Groupsof(await client.UserAsync(ana)).ShouldContain($"{client.Level("admin")}\",\"type\":\"indirect\"");
    }

    private static string Groupsof(JsonElement user) => user.GetProperty("groups").GetRawText();
}
