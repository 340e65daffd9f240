namespace Roster.Tests.Http.Scim.Providers;

/// <summary>Groups as Okta and Entra ID push them.</summary>
public sealed class PushedGroupTests(ScimServer server)
{
    private static readonly (string, string)[] Okta = [("Accept", "application/scim+json"), ("Content-Type", "application/scim+json; charset=utf-8"), ("User-Agent", "Okta SCIM Client 1.0.0")];

    private static readonly (string, string)[] Entra = [("Content-Type", "application/scim+json; charset=utf-8")];

    [Fact]
    public async Task Okta_pushes_a_group_renames_it_fills_it_and_deletes_it()
    {
        var okta = new GroupTraffic(await Client.NewAsync(server.Roster), Okta);
        await okta.AddUserAsync("ana");
        await okta.AddUserAsync("bo");
        await okta.StepAsync("GET", "/Groups?filter=displayName%20eq%20%22Ops%22&startIndex=1&count=100", null, 200, null);
        okta.Total.ShouldBe(0);
        await okta.StepAsync("POST", "/Groups", """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Ops","members":[]}""", 201, "Ops:");
        okta.Call("ops");
        await okta.StepAsync("POST", "/Groups", """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Ops","members":[]}""", 409, null);
        await okta.StepAsync("GET", "/Groups?filter=displayName%20eq%20%22Ops%22&startIndex=1&count=100", null, 200, null);
        okta.Total.ShouldBe(1);
        await okta.StepAsync("PATCH", "/Groups/{ops}", Patch("""{"op":"add","path":"members","value":[{"value":"{ana}","display":"ana@acme.example"}]}"""), 200, "Ops: ana");
        await okta.StepAsync("PATCH", "/Groups/{ops}", Patch("""{"op":"replace","value":{"id":"{ops}","displayName":"Ops 2"}}"""), 200, "Ops 2: ana");
        await okta.StepAsync("PATCH", "/Groups/{ops}", Patch("""{"op":"replace","value":{"id":"{ops}","displayName":"Ops 2"}}"""), 200, null);
        await okta.StepAsync(
            "PATCH", "/Groups/{ops}",
            Patch("""{"op":"remove","path":"members[value eq \"{ana}\"]"}""", """{"op":"add","path":"members","value":[{"value":"{bo}","display":"bo@acme.example"}]}"""),
            200, "Ops 2: bo");
        await okta.StepAsync("PATCH", "/Groups/{ops}", Patch("""{"op":"replace","path":"members","value":[{"value":"{ana}"},{"value":"{bo}"}]}"""), 200, "Ops 2: bo ana");
        await okta.StepAsync("PATCH", "/Groups/{ops}", Patch("""{"op":"replace","path":"members","value":[]}"""), 200, "Ops 2:");
        await okta.StepAsync("GET", "/Groups/{ops}", null, 200, null);
        var got = okta.Answer.Text;
        await okta.StepAsync("PUT", "/Groups/{ops}", got.Replace("\"displayName\":\"Ops 2\"", "\"displayName\":\"Ops 3\",\"members\":[{\"value\":\"{ana}\"}]"), 200, "Ops 3: ana");
        await okta.StepAsync("GET", "/Groups?startIndex=1&count=100", null, 200, null);
        await okta.StepAsync("DELETE", "/Groups/{ops}", null, 204, []);
        await okta.StepAsync("DELETE", "/Groups/{ops}", null, 404, null);
    }

    [Fact]
    public async Task Okta_pushes_into_a_group_of_roles_and_its_rename_is_passed_over()
    {
        var okta = new GroupTraffic(await Client.NewAsync(server.Roster), Okta);
        await okta.AddUserAsync("ana");
        const string group = "/Groups/whylabs-{account}:member";
        await okta.StepAsync("GET", "/Groups?filter=displayName%20eq%20%22whylabs-{account}%3Amember%22", null, 200, null);
        okta.Total.ShouldBe(1);
        await okta.StepAsync("PATCH", group, Patch("""{"op":"replace","value":{"id":"whylabs-{account}:member","displayName":"Members"}}"""), 200, null);
        await okta.StepAsync("PATCH", group, Patch("""{"op":"add","path":"members","value":[{"value":"{ana}"}]}"""), 200, "whylabs-account:member: ana");
        await okta.StepAsync("PATCH", "/Groups/whylabs-{account}:viewer", Patch("""{"op":"add","path":"members","value":[{"value":"{ana}"}]}"""), 200, "whylabs-account:viewer: ana");
        await okta.StepAsync("PATCH", group, Patch("""{"op":"remove","path":"members[value eq \"{ana}\"]"}"""), 200, null);
        await okta.StepAsync("PATCH", "/Groups/whylabs-{account}:viewer", Patch("""{"op":"remove","path":"members[value eq \"{ana}\"]"}"""), 200, []);
        await okta.StepAsync("DELETE", group, null, 400, null);
    }

    [Fact]
    public async Task Entra_makes_a_group_and_adds_and_removes_in_batches()
    {
        var entra = new GroupTraffic(await Client.NewAsync(server.Roster), Entra);
        string[] users = [.. Enumerable.Range(0, 8).Select(i => $"user{i}x")];
        foreach (var user in users)
        {
            await entra.AddUserAsync(user);
        }

        await entra.StepAsync("GET", "/Groups?excludedAttributes=members&filter=displayName%20eq%20%22Ops%22", null, 200, null);
        entra.Total.ShouldBe(0);
        await entra.StepAsync(
            "POST", "/Groups",
            """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group","http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],"externalId":"8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159","displayName":"Ops","meta":{"resourceType":"Group"}}""",
            201, "Ops:");
        entra.Call("ops");
        await entra.StepAsync("GET", "/Groups/{ops}?excludedAttributes=members", null, 200, null);
        await entra.StepAsync("PATCH", "/Groups/{ops}", Batch("Add", users[..5]), 200, $"Ops: {string.Join(' ', users[..5])}");
        await entra.StepAsync("PATCH", "/Groups/{ops}", Batch("Add", users), 200, $"Ops: {string.Join(' ', users)}");
        await entra.StepAsync("PATCH", "/Groups/{ops}", Batch("Add", users), 200, null);
        await entra.StepAsync("GET", "/Groups?filter=id%20eq%20%22{ops}%22%20and%20members%20eq%20%22{user3x}%22&attributes=id", null, 200, null);
        entra.Total.ShouldBe(1);
        await entra.StepAsync("PATCH", "/Groups/{ops}", Batch("Remove", users[2..]), 200, $"Ops: {string.Join(' ', users[..2])}");
        await entra.StepAsync("PATCH", "/Groups/{ops}", Batch("Remove", users[2..]), 200, null);
        await entra.StepAsync("GET", "/Groups?filter=id%20eq%20%22{ops}%22%20and%20members%20eq%20%22{user3x}%22&attributes=id", null, 200, null);
        entra.Total.ShouldBe(0);
        await entra.StepAsync("PATCH", "/Groups/{ops}", Patch("""{"op":"remove","path":"members[value eq \"{user0x}\"]"}"""), 200, "Ops: user1x");
        await entra.StepAsync("PATCH", "/Groups/{ops}", Patch("""{"op":"Replace","path":"displayName","value":"Operations"}"""), 200, "Operations: user1x");
        await entra.StepAsync("PATCH", "/Users/{user1x}", Patch("""{"op":"Replace","path":"active","value":"False"}"""), 200, null);
        await entra.StepAsync("DELETE", "/Users/{user1x}", null, 204, "Operations:");
        await entra.StepAsync("DELETE", "/Groups/{ops}", null, 204, []);
    }

    [Fact]
    public async Task Others_set_up_with_a_group_of_their_own_and_repeat_themselves()
    {
        var other = new GroupTraffic(await Client.NewAsync(server.Roster));
        await other.AddUserAsync("ana");
        await other.StepAsync("POST", "/Groups", """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Test"}""", 201, "Test:");
        other.Call("test");
        await other.StepAsync("DELETE", "/Groups/{test}?", null, 204, []);
        await other.StepAsync("POST", "/Groups/", """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":null,"displayName":"Ops","members":{"value":"{ana}"}}""", 201, "Ops: ana");
        other.Call("ops");
        await other.StepAsync("PATCH", "/Groups/{ops}", Patch("""{"op":"add","path":"members","value":[{"value":"{ana}"}]}"""), 200, null);
        await other.StepAsync("PATCH", "/Groups/{ops}", Patch("""{"op":"remove","path":"members","value":[{"value":"{ana}"}]}"""), 200, "Ops:");
        await other.StepAsync("PATCH", "/Groups/{ops}", Patch("""{"op":"remove","path":"members","value":[{"value":"{ana}"}]}"""), 200, null);
    }

    private static string Patch(params string[] operations) => Client.PatchOf(operations);

    private static string Batch(string operation, string[] users) => Patch(
        $$"""{"op":"{{operation}}","path":"members","value":[{{string.Join(',', users.Select(user => "{\"$ref\":null,\"value\":\"{" + user + "}\"}"))}}]}""");
}
