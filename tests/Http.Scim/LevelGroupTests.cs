using Roster.Core.Keys;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Tests.Http.Scim;

/// <summary>All who have one level in the account or in an organization, as groups.</summary>
public sealed class LevelGroupTests(ScimServer server)
{
    [Fact]
    public async Task They_are_always_there_for_the_account_and_each_organization()
    {
        var client = await Client.NewAsync(server.Roster);
        var b = await client.Account.CreateOrganizationAsync("B", OrgId());
        var team = await client.TeamAsync("Ops");
        string[] all =
        [
            team, client.Level("admin"), client.Level("member"), client.Level("viewer"),
            $"whylabs-{b.Id}:admin", $"whylabs-{b.Id}:member", $"whylabs-{b.Id}:viewer",
        ];

        var list = (await client.GetAsync("/Groups")).Json;
        list.GetProperty("totalResults").GetInt32().ShouldBe(7);
        list.GetProperty("Resources").EnumerateArray().Select(group => group.Id()).ShouldBe(all);

        for (var i = 1; i <= 8; i++)
        {
            var page = (await client.GetAsync($"/Groups?startIndex={i}&count=2")).Json;
            page.GetProperty("Resources").EnumerateArray().Select(group => group.Id()).ShouldBe(all.Skip(i - 1).Take(2), $"{i}");
        }

        var empty = await client.GroupAsync(all[4]);
        Client.Own(empty).ShouldBe($$"""{"displayName":"{{all[4]}}"}""");
        (await client.GetAsync($"/Groups/{b.Id}:ADMIN")).Text.ShouldBe(empty.GetRawText());
        (await client.GetAsync($"/Groups/whylabs-{b.Id}%3AAdmin")).Text.ShouldBe(empty.GetRawText());
    }

    [Fact]
    public async Task Adding_gives_the_standard_role_keeps_another_of_the_level_and_moves_from_another_level()
    {
        var client = await Client.NewAsync(server.Roster);
        var org = await client.Account.CreateOrganizationAsync("O", OrgId());
        await client.Account.DefineRoleAsync("Org Boss", ScopeKind.Organization, Level.Admin);
        var (ana, bo, cy) = (await client.AddUserAsync("ana"), await client.AddUserAsync("bo"), await client.AddUserAsync("cy"));
        await client.Account.GiveRoleAsync(new UserId(bo), org, "Org Boss");
        await client.Account.GiveRoleAsync(new UserId(cy), org, "Organization Viewer");
        var (admins, viewers) = ($"whylabs-{org.Id}:admin", $"whylabs-{org.Id}:viewer");

        var patched = await client.PatchAsync($"/Groups/{admins}", $$"""{"op":"add","path":"members","value":["{{ana}}","{{bo}}","{{cy}}"]}""");

        patched.Status.ShouldBe(200, patched.ToString());
        Groups.MembersOf(patched.Json).Split(' ').ShouldBe([ana, bo, cy], ignoreOrder: true);
        (await client.MembersAsync(viewers)).ShouldBe("");
        (await RolesAsync(client, org, ana, bo, cy)).ShouldBe("Organization Admin, Org Boss, Organization Admin");

        // Only of this level: whoever has another is left alone.
        (await client.PatchAsync($"/Groups/{viewers}", $$"""{"op":"remove","path":"members[value eq \"{{ana}}\"]"}""")).Status.ShouldBe(200);
        (await client.PatchAsync($"/Groups/{viewers}", """{"op":"replace","path":"members","value":[]}""")).Status.ShouldBe(200);
        (await client.MembersAsync(admins)).Split(' ').Length.ShouldBe(3);
        (await client.PutAsync($"/Groups/{admins}", Groups.Of($"\"displayName\":\"x\",\"members\":[\"{bo}\"]"))).Status.ShouldBe(200);
        (await client.MembersAsync(admins)).ShouldBe(bo);
        (await RolesAsync(client, org, bo)).ShouldBe("Org Boss");
    }

    [Fact]
    public async Task Teams_are_members_too_and_their_users_are_in_it_through_them()
    {
        var client = await Client.NewAsync(server.Roster);
        var org = await client.Account.CreateOrganizationAsync("O", OrgId());
        var ana = await client.AddUserAsync("ana");
        var team = await client.TeamAsync("Ops", ana);
        var members = $"whylabs-{org.Id}:member";

        var patched = await client.PatchAsync($"/Groups/{members}", $$"""{"op":"add","path":"members","value":[{"value":"{{team}}","type":"Group"}]}""");

        patched.Json.GetProperty("members").GetRawText().ShouldBe($$"""[{"value":"{{team}}","$ref":"{{Client.Base}}/Groups/{{team}}","type":"Group","display":"Ops"}]""");
        (await client.FindGroupsAsync($"members.value eq \"{team}\"")).ShouldBe([members]);
        (await client.FindGroupsAsync($"members.value eq \"{ana}\"")).ShouldBe([team]);
        (await client.FindAsync($"groups.value eq \"{members}\"")).ShouldBe([ana]);
        (await client.FindAsync($"groups.value eq \"{team}\"")).ShouldBe([ana]);
        (await client.UserAsync(ana)).GetProperty("groups").EnumerateArray().Select(group => $"{group.Value()} {group.GetProperty("type").GetString()}")
            .ShouldBe([$"{team} direct", $"{members} indirect"]);
        (await client.PatchAsync($"/Groups/{members}", $$"""{"op":"remove","path":"members[value eq \"{{team}}\"]"}""")).Status.ShouldBe(200);
        (await client.MembersAsync(members)).ShouldBe("");
    }

    [Fact]
    public async Task The_last_owner_stays_on_every_verb_and_one_can_take_over_from_another()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = (await client.Account.RegisterUserAsync("ana@x.example", "Account Administrator")).Value;
        var bo = await client.AddUserAsync("bo");
        var (admins, viewers) = (client.Level("admin"), client.Level("viewer"));
        (string Method, string Target, string Body)[] attempts =
        [
            ("PATCH", $"/Groups/{admins}", Client.PatchOf($$"""{"op":"remove","path":"members[value eq \"{{ana}}\"]"}""")),
            ("PATCH", $"/Groups/{admins}", Client.PatchOf("""{"op":"replace","path":"members","value":[]}""")),
            ("PATCH", $"/Groups/{viewers}", Client.PatchOf($$"""{"op":"add","path":"members","value":["{{ana}}"]}""")),
            ("PUT", $"/Groups/{admins}", Groups.Of("\"displayName\":\"x\",\"members\":[]")),
        ];
        foreach (var (method, target, body) in attempts)
        {
            var refused = await client.SendAsync(method, target, body);
            (refused.Status, refused.Error()).ShouldBe((409, "409"), $"{method} {target} {body}");
        }

        (await client.MembersAsync(admins)).ShouldBe(ana);
        (await client.PutAsync($"/Groups/{admins}", Groups.Of($"\"displayName\":\"x\",\"members\":[\"{bo}\"]"))).Status.ShouldBe(200);
        (await client.MembersAsync(admins)).ShouldBe(bo);
    }

    [Fact]
    public async Task Names_are_fixed_and_an_external_id_can_be_kept()
    {
        var client = await Client.NewAsync(server.Roster);
        var id = client.Level("member");
        var before = (await client.GroupAsync(id)).Version();

        var renamed = await client.PatchAsync($"/Groups/{id}", $$"""{"op":"replace","value":{"id":"{{id}}","displayName":"Else"} }""");
        (renamed.Status, renamed.Json.GetProperty("displayName").GetString(), renamed.Json.Version()).ShouldBe((200, id, before));
        var known = await client.PatchAsync($"/Groups/{id}", """{"op":"add","path":"externalId","value":"e1"}""");
        known.Json.GetProperty("externalId").GetString().ShouldBe("e1");
        known.Json.Version().ShouldNotBe(before);
        (await client.FindGroupsAsync("externalId eq \"e1\"")).ShouldBe([id]);
        (await client.FindGroupsAsync("externalId eq \"E1\"")).ShouldBeEmpty();
        (await client.FindGroupsAsync($"displayName eq \"{id.ToUpperInvariant()}\"")).ShouldBe([id]);
        (await client.PutAsync($"/Groups/{id}", Groups.Of("\"displayName\":\"Else\""))).Json.TryGetProperty("externalId", out _).ShouldBeFalse();
        (await client.DeleteAsync($"/Groups/{id}")).Error().ShouldBe("400 mutability");
        (await client.PostAsync("/Groups", Groups.Of($"\"displayName\":\"{id}\""))).Error().ShouldBe("409 uniqueness");
    }

    [Fact]
    public async Task An_inactive_user_can_be_added_and_gains_nothing_until_active()
    {
        var client = await Client.NewAsync(server.Roster);
        var owner = await client.Account.RegisterUserAsync("owner@x.example", "Account Administrator");
        var ana = await client.AddUserAsync("ana", ",\"active\":false");

        (await client.PatchAsync($"/Groups/{client.Level("admin")}", $$"""{"op":"add","path":"members","value":["{{ana}}"]}""")).Status.ShouldBe(200);

        // A patch that says once more what is so ends nothing.
        (await client.PatchAsync($"/Users/{ana}", """{"op":"replace","path":"active","value":false}""")).Status.ShouldBe(200);
        (await client.MembersAsync(client.Level("admin"))).ShouldContain(ana);

        // Who is inactive is no owner: the one that there is stays the last.
        (await client.PatchAsync($"/Groups/{client.Level("admin")}", $$"""{"op":"remove","path":"members[value eq \"{{owner}}\"]"}""")).Error().ShouldBe("409");
    }

    [Fact]
    public async Task Nobody_gives_a_level_above_their_own()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.AddUserAsync("ana");
        var weak = client.With(await client.Account.MintKeyAsync(Grants.Provision, Level.Member));

        (await weak.PatchAsync($"/Groups/{client.Level("admin")}", $$"""{"op":"add","path":"members","value":["{{ana}}"]}""")).Error().ShouldBe("403");
        (await weak.PatchAsync($"/Groups/{client.Level("member")}", $$"""{"op":"add","path":"members","value":["{{ana}}"]}""")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("whylabs-org-nobody:admin")]
    [InlineData("whylabs-org-nobody:owner")]
    [InlineData("whylabs-:admin")]
    [InlineData("team:admin")]
    public async Task What_is_no_group_is_not_found_on_any_verb(string id)
    {
        var client = await Client.NewAsync(server.Roster);

        (await client.GetAsync($"/Groups/{id}")).Error().ShouldBe("404");
        (await client.PutAsync($"/Groups/{id}", Groups.Of("\"displayName\":\"x\""))).Error().ShouldBe("404");
        (await client.PatchAsync($"/Groups/{id}", """{"op":"add","path":"externalId","value":"x"}""")).Error().ShouldBe("404");
        (await client.DeleteAsync($"/Groups/{id}")).Error().ShouldBe("404");
    }

    internal static string OrgId() => "org-" + Guid.NewGuid().ToString("N")[..12];

    private static async Task<string> RolesAsync(Client client, ScopeId org, params string[] users)
    {
        var roles = new List<string?>();
        foreach (var user in users)
        {
            roles.Add((await client.Account.Native.GetAsync($"/api/memberships/organization/{org.Id}/{user}")).Json.GetProperty("role").GetString());
        }

        return string.Join(", ", roles);
    }
}

internal static class MemberParts
{
    public static string Value(this System.Text.Json.JsonElement part) => part.GetProperty("value").GetString()!;
}
