namespace Roster.Tests.Http.Scim;

/// <summary>Groups written through SCIM, seen through WhyLabs', Fivetran's and the native API, and back.</summary>
public sealed class GroupDoorsTests(ScimServer server)
{
    [Fact]
    public async Task Levels_are_memberships_at_the_other_doors_and_back()
    {
        var client = await Client.NewAsync(server.Roster);
        var (ana, bo) = (await client.AddUserAsync("ana@x.example"), await client.AddUserAsync("bo@x.example"));
        var (admins, members) = (client.Level("admin"), client.Level("member"));

        await client.PatchAsync($"/Groups/{admins}", $$"""{"op":"add","path":"members","value":["{{ana}}","{{bo}}"]}""");
        (await FivetranRoleAsync(client, ana)).ShouldBe("Account Administrator");
        (await WhyLabsAsync(client)).ShouldBe([$"{ana} ADMIN", $"{bo} ADMIN"], ignoreOrder: true);

        await client.PatchAsync($"/Groups/{members}", $$"""{"op":"add","path":"members","value":["{{bo}}"]}""");
        (await FivetranRoleAsync(client, bo)).ShouldBe("Account Analyst");
        (await WhyLabsAsync(client)).ShouldBe([$"{ana} ADMIN", $"{bo} MEMBER"]);

        // Fivetran's other role of the same level is shown in the same group, and kept.
        (await client.Account.Fivetran.PatchAsync($"/v1/users/{bo}", """{"role":"Destination Creator"}""")).Status.ShouldBe(200);
        (await client.MembersAsync(members)).ShouldBe(bo);
        await client.PatchAsync($"/Groups/{members}", $$"""{"op":"add","path":"members","value":["{{bo}}"]}""");
        (await FivetranRoleAsync(client, bo)).ShouldBe("Destination Creator");

        (await client.Account.Fivetran.PatchAsync($"/v1/users/{bo}", """{"role":"Account Reviewer"}""")).Status.ShouldBe(200);
        (await client.MembersAsync(members)).ShouldBe("");
        (await client.MembersAsync(client.Level("viewer"))).ShouldBe(bo);
        await client.PatchAsync($"/Groups/{client.Level("viewer")}", """{"op":"remove","path":"members"}""");
        (await WhyLabsAsync(client)).ShouldBe([$"{ana} ADMIN"]);
    }

    [Fact]
    public async Task Teams_are_teams_at_the_other_doors_and_back()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.AddUserAsync("ana@x.example");
        var team = await client.TeamAsync("Ops", ana);

        var fivetran = (await client.Account.Fivetran.GetAsync($"/v1/teams/{team}")).Json.GetProperty("data");
        fivetran.GetProperty("name").GetString().ShouldBe("Ops");
        (await client.Account.Fivetran.GetAsync($"/v1/teams/{team}/users/{ana}")).Status.ShouldBe(200);

        (await client.Account.Native.SendAsync("PATCH", $"/api/teams/{team}", """{"name":"Ops 2"}""")).Status.ShouldBe(200);
        (await client.GroupAsync(team)).GetProperty("displayName").GetString().ShouldBe("Ops 2");
        (await client.Account.Native.SendAsync("DELETE", $"/api/memberships/team/{team}/{ana}", null)).Status.ShouldBe(204);
        (await client.MembersAsync(team)).ShouldBe("");

        // Other doors may give two teams one name: both are shown, and each can be written.
        var twin = await client.Account.CreateTeamAsync("OPS 2");
        (await client.FindGroupsAsync("displayName eq \"ops 2\"")).ShouldBe([team, twin]);
        (await client.PatchAsync($"/Groups/{twin}", $$"""{"op":"add","path":"members","value":["{{ana}}"]}""", """{"op":"replace","path":"displayName","value":"Ops 2"}""")).Status.ShouldBe(200);
        (await client.MembersAsync(twin)).ShouldBe(ana);
    }

    [Fact]
    public async Task The_log_tells_who_did_it_through_which_door()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.AddUserAsync("ana@x.example");
        var before = await client.Account.RevisionAsync();
        var team = await client.TeamAsync("Ops", ana);
        await client.PatchAsync($"/Groups/{client.Level("viewer")}", $$"""{"op":"add","path":"members","value":["{{team}}"]}""", """{"op":"add","path":"externalId","value":"e"}""");

        var log = (await client.Account.Native.GetAsync($"/api/changes?after={before}")).Json.GetProperty("items").EnumerateArray().ToList();
        log.Select(entry => $"{entry.GetProperty("kind").GetString()} {entry.GetProperty("set").GetInt64() - before} {entry.GetProperty("door").GetString()}")
            .ShouldBe(["ScopeCreated 1 scim", "RoleGiven 1 scim", "RoleGroupChanged 3 scim", "RoleGiven 3 scim"]);
    }

    private static async Task<string?> FivetranRoleAsync(Client client, string user) =>
        (await client.Account.Fivetran.GetAsync($"/v1/users/{user}")).Json.GetProperty("data").GetProperty("role").GetString();

    private static async Task<IEnumerable<string>> WhyLabsAsync(Client client) =>
        (await client.Account.WhyLabs.GetAsync($"/v0/organizations/{client.Account.Id}/membership")).Json.GetProperty("memberships").EnumerateArray()
            .Select(held => $"{held.GetProperty("userId").GetString()} {held.GetProperty("role").GetString()}");
}
