using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim;

public sealed class PatchOverHttpTests(ScimServer server)
{
    [Fact]
    public async Task All_operations_are_done_or_none()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.CreateUserAsync("\"userName\":\"ana\"");
        await client.CreateUserAsync("\"userName\":\"bo\"");
        var revision = await client.Account.RevisionAsync();
        var title = """{"op":"add","path":"title","value":"T"}""";
        foreach (var bad in new[]
        {
            """{"op":"replace","path":"userName","value":"BO"}""",
            """{"op":"remove","path":"userName"}""",
            """{"op":"replace","path":"active","value":1234}""",
            """{"op":"replace","path":"emails[type eq \"x\" or type eq \"y\"].value","value":"x"}""",
        })
        {
            (await client.PatchAsync($"/Users/{ana.Id()}", title, bad)).Status.ShouldBeInRange(400, 409);
        }

        (await client.UserAsync(ana.Id())).GetRawText().ShouldBe(ana.GetRawText());
        (await client.Account.RevisionAsync()).ShouldBe(revision);

        // One after the other, each on what the one before left; and one version for all.
        var patched = await client.PatchAsync(
            $"/Users/{ana.Id()}", title, """{"op":"remove","path":"title"}""", """{"op":"add","path":"nickName","value":"N"}""", """{"op":"replace","path":"userName","value":"cleo"}""");
        Client.Own(patched.Json).ShouldBe("""{"userName":"cleo","nickName":"N","active":true}""");
        (await client.UserAsync(ana.Id())).GetRawText().ShouldBe(patched.Text);
    }

    [Fact]
    public async Task What_could_not_be_read_again_is_refused_wherever_it_stands()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.CreateUserAsync($$"""
            "userName":"ana","emails":[{"value":"a@x.example"}],"{{Urns.EnterpriseUser}}":{"department":"D"}
            """);
        foreach (var link in new[] { "%00", "%0A", new string('x', 1_025) })
        {
            var manager = $$"""{"$ref":"https://x.example/Users/{{link}}"}""";
            (await client.PostAsync("/Users", Client.UserOf($"\"userName\":\"bo\",\"{Urns.EnterpriseUser}\":{{\"manager\":{manager}}}"))).Error().ShouldBe("400 invalidValue");
            (await client.PatchAsync($"/Users/{ana.Id()}", $$"""{"op":"add","path":"manager","value":{{manager}}}""")).Error().ShouldBe("400 invalidValue");
        }

        foreach (var type in new[] { "\\\\u0007", new string('x', 1_025) })
        {
            (await client.PatchAsync($"/Users/{ana.Id()}", $$"""{"op":"add","path":"emails[type eq \"{{type}}\"].value","value":"b@x.example"}""")).Error().ShouldBe("400 invalidValue");
        }

        (await client.UserAsync(ana.Id())).GetRawText().ShouldBe(ana.GetRawText());
    }

    [Theory]
    [InlineData("""{"Operations":[{"op":"add","path":"title","value":"T"}]}""")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"Operations":[{"op":"add","path":"title","value":"T"}]}""")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"]}""")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[]}""")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":{}}""")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"upsert","path":"title","value":"T"}]}""")]
    public async Task What_is_no_patch_is_a_syntax_error(string body)
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.CreateUserAsync("\"userName\":\"ana\"");
        (await client.SendAsync("PATCH", $"/Users/{ana.Id()}", body)).Error().ShouldBe("400 invalidSyntax");
    }

    [Theory]
    [InlineData("id")]
    [InlineData("meta")]
    [InlineData("meta.version")]
    [InlineData("schemas")]
    [InlineData("groups")]
    [InlineData("groups[value eq \\\"g\\\"]")]
    public async Task What_the_server_owns_cannot_be_patched(string path)
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.CreateUserAsync("\"userName\":\"ana\"");
        foreach (var op in new[] { "add", "replace", "remove" })
        {
            (await client.PatchAsync($"/Users/{ana.Id()}", $$"""{"op":"{{op}}","path":"{{path}}","value":[]}""")).Error().ShouldBe("400 mutability");
        }
    }

    [Theory]
    [InlineData("password")]
    [InlineData("roles")]
    [InlineData("entitlements")]
    [InlineData("verified")]
    [InlineData("role")]
    [InlineData("orgId")]
    [InlineData("userSchema")]
    [InlineData("__proto__")]
    [InlineData("urn:x:y:attribute")]
    [InlineData("name.nothing")]
    public async Task What_is_not_known_cannot_be_patched(string path)
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.CreateUserAsync("\"userName\":\"ana\"");
        (await client.PatchAsync($"/Users/{ana.Id()}", $$"""{"op":"replace","path":"{{path}}","value":"x"}""")).Error().ShouldBe("400 invalidPath");
    }

    [Fact]
    public async Task More_than_a_thousand_operations_are_too_many()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.CreateUserAsync("\"userName\":\"ana\"");
        var operations = Enumerable.Range(0, 1_001).Select(i => $$"""{"op":"replace","path":"title","value":"{{i}}"}""").ToArray();
        (await client.PatchAsync($"/Users/{ana.Id()}", operations)).Error().ShouldBe("413");
        (await client.PatchAsync($"/Users/{ana.Id()}", operations[..1_000])).Json.GetProperty("title").GetString().ShouldBe("999");
    }

    [Fact]
    public async Task Two_who_patch_at_once_lose_nothing_of_each_other()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.CreateUserAsync("\"userName\":\"ana\"");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => client.PatchAsync(
            $"/Users/{ana.Id()}", $$"""{"op":"add","path":"emails","value":[{"value":"{{i}}@x.example"}]}""")));
        (await client.UserAsync(ana.Id())).GetProperty("emails").GetArrayLength().ShouldBe(20);
    }

    [Fact]
    public async Task Dates_and_versions_move_with_a_change_and_stay_without_one()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.CreateUserAsync($"\"userName\":\"ana\",\"{Urns.EnterpriseUser}\":{{\"department\":\"Ops\"}}");
        var same = await client.PatchAsync($"/Users/{ana.Id()}", """{"op":"replace","path":"department","value":"Ops"}""", """{"op":"remove","path":"title"}""");
        same.Text.ShouldBe(ana.GetRawText());
        var gone = await client.PatchAsync($"/Users/{ana.Id()}", $$"""{"op":"remove","path":"{{Urns.EnterpriseUser}}"}""");
        gone.Json.GetProperty("schemas").GetArrayLength().ShouldBe(1);
        gone.Json.Version().ShouldNotBe(ana.Version());
        gone.Header("ETag").ShouldBe(gone.Json.Version());
    }
}
