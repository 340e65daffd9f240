using System.Text.Json;

namespace Roster.Tests.Http.Scim;

/// <summary>Written through one door, seen through the others.</summary>
public sealed class OtherDoorsTests(ScimServer server)
{
    [Fact]
    public async Task What_a_provisioner_writes_the_vendors_doors_show()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = (await client.CreateUserAsync("""
            "userName":"Ana@x.example","externalId":"00u1","name":{"givenName":"Ana","familyName":"Lo"},"emails":[{"value":"other@x.example","primary":true}],"phoneNumbers":[{"value":"1","type":"home"},{"value":"2","type":"work","primary":true}],"photos":[{"value":"https://x.example/p"}]
            """)).Id();
        var fivetran = (await client.Account.Fivetran.GetAsync($"/v1/users/{ana}")).Json.GetProperty("data");
        Text(fivetran, "email", "given_name", "family_name", "phone", "picture", "verified", "invited", "role")
            .ShouldBe("Ana@x.example Ana Lo 2 https://x.example/p False False ");
        var whylabs = (await client.Account.WhyLabs.GetAsync($"/v0/accounts/org/{client.Account.Id}/user/id?user_id={ana}")).Json;
        Text(whylabs, "userId", "email", "externalId", "active").ShouldBe($"{ana} ana@x.example 00u1 True");
    }

    [Fact]
    public async Task What_the_vendors_doors_write_a_provisioner_sees()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = (await client.Account.Fivetran.PostAsync("/v1/users", """{"email":"Ana@x.example","given_name":"Ana","family_name":"Lo","phone":"1","picture":"https://x.example/p"}"""))
            .Json.GetProperty("data").Id();
        (await client.ShownAsync(ana)).ShouldBe("""
            {"userName":"Ana@x.example","name":{"familyName":"Lo","givenName":"Ana"},"active":true,"emails":[{"value":"Ana@x.example","type":"work","primary":true}],"phoneNumbers":[{"value":"1","type":"work","primary":true}],"photos":[{"value":"https://x.example/p","type":"photo","primary":true}]}
            """);

        // The first write of a provisioner keeps what was shown.
        await client.PatchAsync($"/Users/{ana}", """{"op":"add","path":"phoneNumbers","value":[{"value":"2","type":"home"}]}""");
        await client.Account.Fivetran.PatchAsync($"/v1/users/{ana}", """{"phone":"3","given_name":"Anna"}""");
        (await client.ShownAsync(ana)).ShouldBe("""
            {"userName":"Ana@x.example","name":{"familyName":"Lo","givenName":"Anna"},"active":true,"emails":[{"value":"Ana@x.example","type":"work","primary":true}],"phoneNumbers":[{"value":"3","type":"work","primary":true},{"value":"2","type":"home"}],"photos":[{"value":"https://x.example/p","type":"photo","primary":true}]}
            """);
        await client.Account.Fivetran.PatchAsync($"/v1/users/{ana}", """{"phone":null,"picture":null}""");
        (await client.ShownAsync(ana)).ShouldBe("""
            {"userName":"Ana@x.example","name":{"familyName":"Lo","givenName":"Anna"},"active":true,"emails":[{"value":"Ana@x.example","type":"work","primary":true}],"phoneNumbers":[{"value":"2","type":"home"}]}
            """);

        // Addresses that were removed stay removed, and a new user name is no new address.
        await client.PatchAsync($"/Users/{ana}", """{"op":"remove","path":"emails"}""", """{"op":"replace","path":"userName","value":"anna"}""");
        (await client.UserAsync(ana)).TryGetProperty("emails", out _).ShouldBeFalse();
        (await client.FindAsync("emails eq \"ana@x.example\"")).ShouldBeEmpty();

        // What the WhyLabs door leaves out it clears.
        await client.PatchAsync($"/Users/{ana}", """{"op":"add","path":"externalId","value":"00u1"}""");
        (await client.Account.WhyLabs.PutAsync($"/v0/accounts/org/{client.Account.Id}/user?user_id={ana}", """{"active":true}""")).Status.ShouldBe(200);
        (await client.UserAsync(ana)).TryGetProperty("externalId", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Deactivation_ends_roles_and_keys_and_keeps_seats()
    {
        var client = await Client.NewAsync(server.Roster);
        var team = await client.Account.CreateTeamAsync("Ops");
        await client.Account.RegisterUserAsync("owner@x.example", "Account Administrator");
        var ana = await client.Account.RegisterUserAsync("ana@x.example", "Account Administrator");
        await client.Account.Fivetran.PostAsync($"/v1/teams/{team}/users", $$"""{"user_id":"{{ana}}","role":"Team Member"}""");
        var key = client.With(await client.Account.MintKeyAsync(Roster.Core.Keys.Grants.Admin, owner: ana));
        (await key.GetAsync("/Me")).Status.ShouldBe(200);
        (await client.UserAsync(ana.Value)).GetProperty("groups").EnumerateArray().Select(group => $"{group.GetProperty("value").GetString()} {group.GetProperty("type").GetString()}")
            .ShouldBe([$"{team} direct", $"whylabs-{client.Account.Id}:admin direct"]);

        var off = await client.PatchAsync($"/Users/{ana}", """{"op":"Replace","path":"active","value":"False"}""");
        off.Json.GetProperty("active").GetBoolean().ShouldBeFalse();
        (await key.GetAsync("/Me")).Error().ShouldBe("401");
        var on = await client.PatchAsync($"/Users/{ana}", """{"op":"replace","value":{"active":true}}""");
        on.Json.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("value").GetString()).ShouldBe([team]);
    }

    [Fact]
    public async Task The_log_says_which_door_it_was()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = (await client.CreateUserAsync("\"userName\":\"ana\"")).Id();
        await client.DeleteAsync($"/Users/{ana}");
        var changes = (await client.Account.Native.GetAsync("/api/changes")).Json.GetProperty("items").EnumerateArray().TakeLast(2).ToList();
        changes.Select(change => change.GetProperty("door").GetString()).ShouldBe(["scim", "scim"]);
    }

    private static string Text(JsonElement json, params string[] names) => string.Join(' ', names.Select(name => json.GetProperty(name).ToString()));
}
