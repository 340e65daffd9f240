namespace Roster.Tests.Http.Scim.Providers;

public sealed class OtherProvidersTests(ScimServer server)
{
    private const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    [Fact]
    public async Task Onelogin_sends_what_an_admin_put_into_a_template()
    {
        var onelogin = new Traffic(await Client.NewAsync(server.Roster), ("Content-Type", "application/json"));
        var ana = $$$$"""{"externalId":"77","userName":"ana@x.example","name":{"familyName":"Lo","givenName":"Ana"},"active":true,"{{{{Enterprise}}}}":{"department":"Ops","manager":{"value":"boss"}}}""";
        await onelogin.StepAsync("GET", "/Users?", null, 200, null);
        await onelogin.StepAsync(
            "POST",
            "/Users?",
            $$$"""
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":null,"externalId":"77","userName":"ana@x.example","active":"true","name":{"givenName":"Ana","familyName":"Lo","fullName":"Ana Lo"},"{{{Enterprise}}}":{"department":"Ops","manager":{"value":"boss","managerId":"9","displayName":"B"}},"custom":{"a":1}}
            """,
            201,
            ana);
        onelogin.Call("ana");
        await onelogin.StepAsync("GET", "/Users/{ana}?", null, 200, null);
        await onelogin.StepAsync(
            "PUT",
            "/Users/{ana}",
            """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"{ana}","externalId":"77","userName":"ana@x.example","active":"false","name":{"givenName":"Ana","familyName":"Lo"}}""",
            200,
            """{"externalId":"77","userName":"ana@x.example","name":{"familyName":"Lo","givenName":"Ana"},"active":false}""");
    }

    [Fact]
    public async Task Jumpcloud_makes_and_deletes_a_test_user_first()
    {
        var jumpcloud = new Traffic(await Client.NewAsync(server.Roster));
        const string probe = """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"test_user","name":{"givenName":"Test","familyName":"User"},"emails":[{"value":"test_user@x.example","primary":true}],"active":true}""";
        const string shown = """{"userName":"test_user","name":{"familyName":"User","givenName":"Test"},"active":true,"emails":[{"value":"test_user@x.example","primary":true}]}""";
        await jumpcloud.StepAsync("GET", "/Users?filter=userName%20eq%20%22test_user%22", null, 200, null);
        await jumpcloud.StepAsync("POST", "/Users", probe, 201, shown);
        jumpcloud.Call("probe");
        await jumpcloud.StepAsync("PUT", "/Users/{probe}", probe, 200, null);
        await jumpcloud.StepAsync("DELETE", "/Users/{probe}", null, 204);
        await jumpcloud.StepAsync("GET", "/Users/{probe}", null, 404, null);

        // The second set-up finds the ground as the first did.
        await jumpcloud.StepAsync("POST", "/Users", probe, 201, shown);
    }

    [Fact]
    public async Task Clients_that_check_every_element_of_a_list_find_what_they_check()
    {
        var client = await Client.NewAsync(server.Roster);
        await client.CreateUserAsync("\"userName\":\"a\"");
        foreach (var target in new[] { "/Users?attributes=userName", "/Users", "/Schemas", "/ResourceTypes" })
        {
            foreach (var element in (await client.GetAsync(target)).Json.GetProperty("Resources").EnumerateArray())
            {
                element.GetProperty("schemas").GetArrayLength().ShouldBeGreaterThan(0);
                element.Id().ShouldNotBeEmpty();
            }
        }
    }
}
