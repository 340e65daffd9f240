namespace Roster.Tests.Http.Scim;

/// <summary>The examples of RFC 7644 §3.5.2 that are about groups.</summary>
public sealed class RfcGroupExampleTests(ScimServer server)
{
    [Fact]
    public async Task Members_are_added_removed_and_replaced()
    {
        var client = await Client.NewAsync(server.Roster);
        var babs = (await client.CreateUserAsync("\"userName\":\"babs\",\"displayName\":\"Babs Jensen\"")).Id();
        var mandy = (await client.CreateUserAsync("\"userName\":\"mandy\",\"displayName\":\"Mandy Pepperidge\"")).Id();
        var james = (await client.CreateUserAsync("\"userName\":\"james\",\"displayName\":\"James Smith\"")).Id();
        var group = await client.PostAsync("/Groups", $$"""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Group A","members":[{"value":"{{babs}}"}]}""");
        group.Status.ShouldBe(201, group.ToString());
        var id = group.Json.Id();

        // Adding who is there already changes nothing; adding another adds one.
        var same = await client.PatchAsync($"/Groups/{id}", $$"""{"op":"add","path":"members","value":[{"display":"Babs Jensen","$ref":"{{Client.Base}}/Users/{{babs}}","value":"{{babs}}"}]}""");
        same.Header("ETag").ShouldBe(group.Header("ETag"));
        Members(await client.PatchAsync($"/Groups/{id}", $$"""{"op":"add","path":"members","value":[{"display":"James Smith","$ref":"{{Client.Base}}/Users/{{james}}","value":"{{james}}"}]}"""))
            .ShouldBe([babs, james], ignoreOrder: true);

        // Remove one, add another and go on: two operations, one after the other.
        Members(await client.PatchAsync(
            $"/Groups/{id}",
            $$"""{"op":"remove","path":"members[value eq \"{{babs}}\"]"}""",
            $$"""{"op":"add","path":"members","value":[{"value":"{{mandy}}"}]}""")).ShouldBe([james, mandy], ignoreOrder: true);

        // Replace all: first by removing, then at once.
        Members(await client.PatchAsync(
            $"/Groups/{id}",
            """{"op":"remove","path":"members"}""",
            $$"""{"op":"add","path":"members","value":[{"value":"{{babs}}"},{"value":"{{mandy}}"}]}""")).ShouldBe([babs, mandy], ignoreOrder: true);
        Members(await client.PatchAsync($"/Groups/{id}", $$"""{"op":"replace","path":"members","value":[{"value":"{{james}}"}]}""")).ShouldBe([james]);
        (await client.PatchAsync($"/Groups/{id}", """{"op":"remove","path":"members"}""")).Json.TryGetProperty("members", out _).ShouldBeFalse();

        static IEnumerable<string> Members(Answer answer) => answer.Json.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("value").GetString()!);
    }

    [Fact]
    public async Task A_group_s_links_are_its_members_own_addresses()
    {
        var client = await Client.NewAsync(server.Roster);
        var babs = await client.CreateUserAsync("\"userName\":\"babs\"");
        var group = (await client.PostAsync("/Groups", $$"""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Group A","members":["{{babs.Id()}}"]}""")).Json;
        group.GetProperty("members")[0].GetProperty("$ref").GetString().ShouldBe(babs.GetProperty("meta").GetProperty("location").GetString());
        var shown = await client.UserAsync(babs.Id());
        shown.GetProperty("groups")[0].GetProperty("$ref").GetString().ShouldBe(group.GetProperty("meta").GetProperty("location").GetString());

        // Joining is a change of the user as well.
        shown.Version().ShouldNotBe(babs.Version());
    }
}
