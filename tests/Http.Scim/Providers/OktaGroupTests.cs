namespace Roster.Tests.Http.Scim.Providers;

public sealed class OktaGroupTests(ScimServer server)
{
    private const string Ana = """{"userName":"ana@acme.example","displayName":"Ana Lo","active":true{groups}}""";
    private const string Bo = """{"userName":"bo@acme.example","active":true{groups}}""";
    private const string InOps = ",\"groups\":[{\"value\":\"{ops}\",\"$ref\":\"{base}/Groups/{ops}\",\"display\":\"Ops\",\"type\":\"direct\"}]";
    private const string Patch = """{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[""";

    [Fact]
    public async Task Groups_are_pushed_renamed_filled_emptied_and_deleted()
    {
        var okta = new Traffic(await Client.NewAsync(server.Roster), ("Content-Type", "application/scim+json; charset=utf-8"));
        var (ana, bo) = (Ana.Replace("{groups}", ""), Bo.Replace("{groups}", ""));
        await okta.StepAsync("POST", "/Users", Client.UserOf("\"userName\":\"ana@acme.example\",\"displayName\":\"Ana Lo\""), 201, ana);
        okta.Call("ana");
        await okta.StepAsync("POST", "/Users", Client.UserOf("\"userName\":\"bo@acme.example\""), 201, ana, bo);
        okta.Call("bo");

        await okta.StepAsync("GET", "/Groups?filter=displayName%20eq%20%22Ops%22&startIndex=1&count=100", null, 200, null);
        okta.Total.ShouldBe(0);
        await okta.StepAsync("POST", "/Groups", """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Ops","members":[]}""", 201,
            ana, bo, """{"displayName":"Ops"}""");
        okta.Call("ops");
        await okta.StepAsync("POST", "/Groups", """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"OPS","members":[]}""", 409, null);

        // The rename that is sent along with each push changes nothing where the name is the same.
        await okta.StepAsync("PATCH", "/Groups/{ops}", Patch + """{"op":"replace","value":{"id":"{ops}","displayName":"Ops"}}]}""", 200, null);
        await okta.StepAsync("PATCH", "/Groups/{ops}", Patch + """{"op":"add","path":"members","value":[{"value":"{ana}","display":"ana@acme.example"},{"value":"{bo}","display":"bo@acme.example"}]}]}""", 200,
            Ana.Replace("{groups}", InOps), Bo.Replace("{groups}", InOps), Ops(Member("ana", "Ana Lo"), Member("bo")));
        await okta.StepAsync("PATCH", "/Groups/{ops}", Patch + """{"op":"remove","path":"members[value eq \"{ana}\"]"},{"op":"add","path":"members","value":[{"value":"{bo}","display":"bo@acme.example"}]}]}""", 200,
            ana, Bo.Replace("{groups}", InOps), Ops(Member("bo")));
        await okta.StepAsync("PATCH", "/Groups/{ops}", Patch + """{"op":"remove","path":"members[value eq \"{ana}\"]"}]}""", 200, null);
        await okta.StepAsync("PATCH", "/Groups/{ops}", Patch + """{"op":"replace","path":"members","value":[{"value":"{ana}"}]}]}""", 200,
            Ana.Replace("{groups}", InOps), bo, Ops(Member("ana", "Ana Lo")));
        await okta.StepAsync("PATCH", "/Groups/{ops}", Patch + """{"op":"replace","path":"members","value":[]}]}""", 200, ana, bo, Ops());

        // An app from the wizard puts the whole group.
        await okta.StepAsync("PUT", "/Groups/{ops}", """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"{ops}","displayName":"Ops","members":[{"value":"{bo}","display":"bo@acme.example"}]}""", 200,
            ana, Bo.Replace("{groups}", InOps), Ops(Member("bo")));
        await okta.StepAsync("PATCH", "/Groups/{ops}", Patch + """{"op":"replace","path":"members","value":[{"value":"unknown"}]}]}""", 400, null);
        await okta.StepAsync("DELETE", "/Groups/{ops}", null, 204, ana, bo);
        await okta.StepAsync("GET", "/Groups/{ops}", null, 404, null);
    }

    internal static string Member(string name, string? display = null) =>
        $$"""{"value":"{{{name}}}","$ref":"{base}/Users/{{{name}}}","type":"User"{{(display is null ? "" : $",\"display\":\"{display}\"")}}}""";

    private static string Ops(params string[] members) =>
        members.Length == 0 ? """{"displayName":"Ops"}""" : $$"""{"displayName":"Ops","members":[{{string.Join(',', members)}}]}""";
}
