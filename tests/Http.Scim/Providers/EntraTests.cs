namespace Roster.Tests.Http.Scim.Providers;

public sealed class EntraTests(ScimServer server)
{
    private const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private const string Boss = """{"userName":"boss@x.example","active":true}""";

    [Fact]
    public async Task Users_are_made_patched_switched_off_restored_and_deleted()
    {
        var entra = new Traffic(await Client.NewAsync(server.Roster), ("Content-Type", "application/scim+json"));
        await entra.StepAsync("GET", "/Users?filter=userName+eq+%225f3c2b0e-0d51-4a36-9d33-1d2b0a1c9f11%22", null, 200, null);
        entra.Total.ShouldBe(0);
        await entra.StepAsync("POST", "/Users", """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"boss@x.example","active":true}""", 201, Boss);
        entra.Call("boss");
        await entra.StepAsync(
            "POST",
            "/Users",
            $$$"""
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","{{{Enterprise}}}"],"externalId":"8aa1a0c0","userName":"Ana@x.example","active":true,"addresses":null,"displayName":"Ana Lo","emails":[{"type":"work","value":"ana@x.example","primary":true}],"meta":{"resourceType":"User"},"name":{"formatted":"Ana Lo","familyName":"Lo","givenName":"Ana"},"roles":[],"department":null,"manager":null}
            """,
            201,
            Boss,
            """{"externalId":"8aa1a0c0","userName":"Ana@x.example","name":{"formatted":"Ana Lo","familyName":"Lo","givenName":"Ana"},"displayName":"Ana Lo","active":true,"emails":[{"type":"work","value":"ana@x.example","primary":true}]}""");
        entra.Call("ana");
        foreach (var filter in new[] { "userName eq \"ana@X.example\"", "externalId eq \"8aa1a0c0\"", "emails[type eq \"work\"].value eq \"ana@x.example\"" })
        {
            await entra.StepAsync("GET", "/Users?filter=" + Uri.EscapeDataString(filter), null, 200, null);
            entra.Total.ShouldBe(1, filter);
        }

        var patched = $$$$"""
            {"externalId":"8aa1a0c0","userName":"Ana@x.example","name":{"formatted":"Ana Lo","familyName":"Lo","givenName":"Ana"},"displayName":"Ana Lo","active":false,"emails":[{"type":"work","value":"b@x.example","primary":true}],"phoneNumbers":[{"type":"mobile","value":"555"}],"addresses":[{"type":"other","formatted":"5/2"}],"{{{{Enterprise}}}}":{"department":"Ops","manager":{"value":"{boss}","$ref":"{base}/Users/{boss}"}}}
            """.Trim();
        await entra.StepAsync(
            "PATCH",
            "/Users/{ana}",
            $$$"""
            {"Operations":[{"op":"Replace","path":"active","value":"False"},{"op":"Replace","path":"emails[type eq \"work\"].value","value":"b@x.example"},{"op":"Add","path":"phoneNumbers[type eq \"mobile\"].value","value":"555"},{"op":"Replace","path":"addresses[type eq \"other\"].Formatted","value":"5/2"},{"op":"Add","path":"{{{Enterprise}}}:department","value":"Ops"},{"op":"Add","path":"manager","value":[{"$ref":"{base}/Users/{boss}","value":"{boss}"}]}],"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"]}
            """,
            200,
            Boss,
            patched);

        // Disabled users stay readable, and a reference is checked before it is changed.
        await entra.StepAsync("GET", "/Users/{ana}", null, 200, null);
        await entra.StepAsync("GET", "/Users?filter=id+eq+%22{ana}%22+and+manager+eq+%22{boss}%22&attributes=id", null, 200, null);
        entra.Total.ShouldBe(1);
        await entra.StepAsync("GET", "/Users?filter=id+eq+%22{boss}%22+and+manager+eq+%22{boss}%22&attributes=id", null, 200, null);
        entra.Total.ShouldBe(0);

        // Restored, in the newer form; and the manager in the form with a dot.
        var restored = patched.Replace("\"active\":false", "\"active\":true")
            .Replace("\"displayName\":\"Ana Lo\"", "\"displayName\":\"B\"").Replace("\"givenName\":\"Ana\"", "\"givenName\":\"Bo\"").Replace("{\"department\":\"Ops\",", "{\"department\":\"Ops\",\"employeeNumber\":\"7\",");
        restored = restored.Replace("\"department\":\"Ops\",\"employeeNumber\":\"7\",\"manager\":{\"value\":\"{boss}\",\"$ref\":\"{base}/Users/{boss}\"}", "\"department\":\"Ops\",\"manager\":{\"value\":\"{boss}\",\"$ref\":\"{base}/Users/{boss}\"},\"employeeNumber\":\"7\"");
        await entra.StepAsync(
            "PATCH",
            "/Users/{ana}",
            $$$"""
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","value":{"active":true,"displayName":"B","name.givenName":"Bo","{{{Enterprise}}}:employeeNumber":"7"}},{"op":"replace","path":"{{{Enterprise}}}.manager","value":"{boss}"}]}
            """,
            200,
            Boss,
            restored);

        // Also seen: parts of an address one by one, and a removal that says what it removes.
        await entra.StepAsync(
            "PATCH",
            "/Users/{ana}",
            """{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"Add","path":"emails[type eq \"home\"].value","value":"h@x.example"},{"op":"Add","path":"emails[type eq \"home\"].primary","value":true},{"op":"Remove","path":"emails[type eq \"work\"].value","value":"b@x.example"}]}""",
            200,
            Boss,
            restored.Replace("""[{"type":"work","value":"b@x.example","primary":true}]""", """[{"type":"home","value":"h@x.example","primary":true}]"""));
        await entra.StepAsync("PATCH", "/Users/{ana}", """{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"Replace","path":"active","value":"False"}]}""", 200,
            Boss, restored.Replace("""[{"type":"work","value":"b@x.example","primary":true}]""", """[{"type":"home","value":"h@x.example","primary":true}]""").Replace("\"active\":true", "\"active\":false"));
        await entra.StepAsync("DELETE", "/Users/{ana}", null, 204, Boss);
        await entra.StepAsync("DELETE", "/Users/{ana}", null, 404, null);
    }
}
