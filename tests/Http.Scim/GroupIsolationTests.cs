using Roster.Core.Keys;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Tests.Http.Scim;

/// <summary>Groups of other accounts are unknown ones, and nobody becomes more than they are by what a body claims.</summary>
public sealed class GroupIsolationTests(ScimServer server)
{
    [Fact]
    public async Task Another_accounts_group_is_as_unknown_as_any()
    {
        var (mine, other) = (await Client.NewAsync(server.Roster), await Client.NewAsync(server.Roster));
        var theirUser = await other.AddUserAsync("theirs");
        var foreign = await other.TeamAsync("Theirs", theirUser);
        var organization = await other.Account.CreateOrganizationAsync("Theirs", LevelGroupTests.OrgId());
        var deleted = await mine.TeamAsync("Gone");
        await mine.DeleteAsync($"/Groups/{deleted}");
        string[][] alike =
        [
            [foreign, deleted, "none"],
            [other.Level("admin"), $"whylabs-{organization.Id}:admin", $"whylabs-{LevelGroupTests.OrgId()}:admin"],
        ];
        foreach (var ids in alike)
        {
            foreach (var (method, body) in new (string, string?)[]
            {
                ("GET", null), ("PUT", Groups.Of("\"displayName\":\"A\"")), ("DELETE", null),
                ("PATCH", Client.PatchOf("""{"op":"replace","path":"members","value":[]}""")),
            })
            {
                var answers = new List<string>();
                foreach (var id in ids)
                {
                    var answer = await mine.SendAsync(method, $"/Groups/{id}", body);
                    answers.Add($"{answer.Status} {answer.Text.Replace(id, "ID")} {answer.Header("ETag")} {answer.Header("Location")}");
                }

                answers.Distinct().ShouldHaveSingleItem().ShouldStartWith("404 ");
            }
        }

        (await mine.FindGroupsAsync($"id eq \"{foreign}\" or members eq \"{theirUser}\" or displayName eq \"Theirs\"")).ShouldBeEmpty();
        (await mine.FindGroupsAsync($"displayName eq \"{other.Level("admin")}\"")).ShouldBeEmpty();
        (await mine.FindAsync($"groups.value eq \"{foreign}\" or groups.value eq \"{other.Level("viewer")}\"")).ShouldBeEmpty();
        (await other.MembersAsync(foreign)).ShouldBe(theirUser);
    }

    [Fact]
    public async Task Another_accounts_user_or_team_can_be_no_member()
    {
        var (mine, other) = (await Client.NewAsync(server.Roster), await Client.NewAsync(server.Roster));
        var (user, foreign) = (await other.AddUserAsync("theirs"), await other.TeamAsync("Theirs"));
        var team = await mine.TeamAsync("Ops");
        foreach (var (group, member) in new[] { (team, user), (mine.Level("viewer"), user), (mine.Level("viewer"), foreign) })
        {
            var answers = new List<string>();
            foreach (var id in new[] { member, "nobody" })
            {
                var answer = await mine.PatchAsync($"/Groups/{group}", $$"""{"op":"add","path":"members","value":["{{id}}"]}""");
                answers.Add($"{answer.Status} {answer.Text.Replace(id, "ID")}");
            }

            answers.Distinct().ShouldHaveSingleItem().ShouldContain("invalidValue");
        }

        (await mine.PostAsync("/Groups", Groups.Of($"\"displayName\":\"A\",\"members\":[{{\"$ref\":\"{Client.Base}/Users/{user}\"}}]"))).Error().ShouldBe("400 invalidValue");
    }

    [Fact]
    public async Task Nobody_becomes_more_than_they_are_by_saying_so()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.AddUserAsync("ana");
        var team = await client.TeamAsync("Ops");
        var claims = $$"""
            "externalId":"1","meta":{"version":"W/\"1\"","location":"https://evil.example.com"},"roles":[{"value":"Account Administrator"}],"role":"Account Administrator","level":"admin","orgId":"org-other","urn:evil:2.0:Group":{"admin":true},"__proto__":{"admin":true}
            """;
        var member = $$"""{"value":"{{ana}}","role":"Team Manager","type":"Owner","admin":true}""";
        var answers = new[]
        {
            await client.PostAsync("/Groups", Groups.Of($"\"id\":\"1\",\"displayName\":\"New\",\"members\":[{member}],{claims}")),
            await client.PutAsync($"/Groups/{team}", Groups.Of($"\"displayName\":\"Ops\",\"members\":[{member}],{claims}")),
            await client.PatchAsync($"/Groups/{team}", "{\"op\":\"replace\",\"value\":{\"members\":[" + member + "]," + claims + "}}"),
            await client.PatchAsync($"/Groups/{team}", "{\"op\":\"add\",\"value\":{\"members\":[" + member + "]," + claims + "}}"),
        };
        foreach (var answer in answers)
        {
            answer.Status.ShouldBeInRange(200, 201, answer.ToString());
            answer.Json.GetProperty("externalId").GetString().ShouldBe("1");
            answer.Text.ShouldNotContain("evil");
            answer.Text.ShouldNotContain("Administrator");
            (await client.Account.Native.GetAsync($"/api/memberships/team/{answer.Json.Id()}/{ana}")).Json.GetProperty("role").GetString().ShouldBe("Team Member");
            (await client.Account.Native.GetAsync($"/api/teams/{answer.Json.Id()}")).Json.GetProperty("role").GetString().ShouldBeNull();
        }

        foreach (var path in new[] { "roles", "role", "orgId", "__proto__", "urn:evil:2.0:Group:admin", "members.role" })
        {
            (await client.PatchAsync($"/Groups/{team}", $$"""{"op":"add","path":"{{path}}","value":"x"}""")).Status.ShouldBe(400, path);
        }

        // An external id is never taken for an id.
        (await client.GetAsync("/Groups/1")).Error().ShouldBe("404");
        (await client.MembersAsync(client.Level("admin"))).ShouldBe("");
    }

    [Fact]
    public async Task A_key_of_who_leads_one_group_sees_and_changes_that_one()
    {
        var client = await Client.NewAsync(server.Roster);
        var mine = await client.Account.CreateOrganizationAsync("A", LevelGroupTests.OrgId());
        var others = await client.Account.CreateOrganizationAsync("B", LevelGroupTests.OrgId());
        var (team, other) = (await client.TeamAsync("Ops"), await client.TeamAsync("Dev"));
        var (ana, bo) = (await client.AddUserAsync("ana"), await client.AddUserAsync("bo"));
        await client.Account.GiveRoleAsync(new UserId(ana), mine, "Organization Admin");
        await client.Account.GiveRoleAsync(new UserId(ana), ScopeId.Team(team), "Team Manager");
        var key = client.With(await client.Account.MintKeyAsync(Grants.Provision, Level.Admin, new UserId(ana)));

        foreach (var id in new[] { team, $"whylabs-{mine.Id}:viewer" })
        {
            var patched = await key.PatchAsync($"/Groups/{id}", $$"""{"op":"add","path":"members","value":["{{bo}}"]}""");
            patched.Status.ShouldBe(200, patched.ToString());
            (await key.GetAsync($"/Groups/{id}")).Text.ShouldBe(patched.Text);
        }

        (await key.DeleteAsync($"/Groups/whylabs-{mine.Id}:viewer")).Error().ShouldBe("400 mutability");
        foreach (var id in new[] { other, $"whylabs-{others.Id}:viewer", client.Level("viewer"), "nobody", "no id" })
        {
            (await key.GetAsync($"/Groups/{Uri.EscapeDataString(id)}")).Error().ShouldBe("403", id);
        }

        (await key.GetAsync("/Groups")).Error().ShouldBe("403");
    }
}
