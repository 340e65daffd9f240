namespace Roster.Tests.Http.Scim.Providers;

public sealed class OktaTests(ScimServer server)
{
    private const string Ana = """
        {"externalId":"00u1","userName":"ana@acme.example","name":{"familyName":"Lo","givenName":"Ana"},"displayName":"Ana Lo","locale":"en-US","active":true,"emails":[{"primary":true,"value":"ana@acme.example","type":"work"}]}
        """;

    private const string Off = """
        {"externalId":"00u1","userName":"ana@acme.example","name":{"familyName":"Lo","givenName":"Ana"},"displayName":"Ana Lo","locale":"en-US","active":false,"emails":[{"primary":true,"value":"ana@acme.example","type":"work"}]}
        """;

    private const string Renamed = """
        {"externalId":"00u1","userName":"ana@acme.example","name":{"familyName":"Lo","givenName":"Ana"},"displayName":"Ana B. Lo","active":true,"emails":[{"primary":true,"value":"ana@acme.example","type":"work"}]}
        """;

    private static readonly (string, string)[] Headers =
    [
        ("Accept", "application/scim+json"), ("Accept-Charset", "utf-8"), ("Content-Type", "application/scim+json; charset=utf-8"), ("User-Agent", "Okta SCIM Client 1.0.0"),
    ];

    [Fact]
    public async Task Users_are_made_found_changed_and_switched_off_and_on()
    {
        var okta = new Traffic(await Client.NewAsync(server.Roster), Headers);
        const string find = "/Users?filter=userName%20eq%20%22ana%40acme.example%22&startIndex=1&count=100";
        const string post = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"ana@acme.example","name":{"givenName":"Ana","familyName":"Lo"},"emails":[{"primary":true,"value":"ana@acme.example","type":"work"}],"displayName":"Ana Lo","locale":"en-US","externalId":"00u1","groups":[],"password":"x","active":true}
            """;
        await okta.StepAsync("GET", find, null, 200, null);
        okta.Total.ShouldBe(0);
        await okta.StepAsync("POST", "/Users", post, 201, Ana.Trim());
        okta.Answer.Body.ShouldNotBeEmpty();
        okta.Call("ana");
        await okta.StepAsync("POST", "/Users", post, 409, null);
        await okta.StepAsync("GET", find, null, 200, null);
        okta.Total.ShouldBe(1);
        await okta.StepAsync("GET", "/Users/{ana}", null, 200, null);

        // An app from the catalogue switches off by a patch without a path.
        await okta.StepAsync("PATCH", "/Users/{ana}", """{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","value":{"active":false}}]}""", 200, Off.Trim());
        await okta.StepAsync("PATCH", "/Users/{ana}", """{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","value":{"active":false}}]}""", 200, null);
        await okta.StepAsync("GET", "/Users/{ana}", null, 200, null);
        await okta.StepAsync("PATCH", "/Users/{ana}", """{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","value":{"active":true}}]}""", 200, Ana.Trim());

        // An app from the wizard puts what it got, changed.
        await okta.StepAsync("GET", "/Users/{ana}", null, 200, null);
        var got = okta.Answer.Text;
        await okta.StepAsync("PUT", "/Users/{ana}", got.Replace("\"active\":true", "\"active\":false"), 200, Off.Trim());
        await okta.StepAsync("PUT", "/Users/{ana}", got, 200, Ana.Trim());
        await okta.StepAsync(
            "PUT",
            "/Users/{ana}",
            """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"{ana}","userName":"ana@acme.example","name":{"givenName":"Ana","middleName":"","familyName":"Lo"},"emails":[{"primary":true,"value":"ana@acme.example","type":"work"}],"displayName":"Ana B. Lo","externalId":"00u1","groups":[],"meta":{"resourceType":"User"},"active":true}""",
            200,
            Renamed.Trim());
    }

    [Fact]
    public async Task An_import_walks_through_all_pages()
    {
        var client = await Client.NewAsync(server.Roster);
        for (var i = 0; i < 250; i++)
        {
            await client.Account.RegisterUserAsync($"user{i}@acme.example");
        }

        var seen = new HashSet<string>();
        for (var start = 1; ; start += 100)
        {
            var page = (await client.GetAsync($"/Users?startIndex={start}&count=100", Headers)).Json;
            page.GetProperty("totalResults").GetInt32().ShouldBe(250);
            page.GetProperty("Resources").EnumerateArray().All(user => seen.Add(user.Id())).ShouldBeTrue();
            if (start + 100 > 250)
            {
                break;
            }
        }

        seen.Count.ShouldBe(250);
    }
}
