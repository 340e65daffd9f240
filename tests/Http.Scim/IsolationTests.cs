using System.Text.Json;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim;

public sealed class IsolationTests(ScimServer server)
{
    private const string Mine = "\"userName\":\"same@x.example\"";

    [Fact]
    public async Task Another_accounts_user_is_as_unknown_as_any()
    {
        var (mine, other) = (await Client.NewAsync(server.Roster), await Client.NewAsync(server.Roster));
        var foreign = await other.CreateUserAsync(Mine);
        var deleted = await mine.CreateUserAsync("\"userName\":\"gone\"");
        await mine.DeleteAsync($"/Users/{deleted.Id()}");
        var patch = Client.PatchOf("""{"op":"replace","path":"title","value":"x"}""");
        foreach (var (method, body) in new (string, string?)[] { ("GET", null), ("PUT", Client.UserOf(Mine)), ("PATCH", patch), ("DELETE", null) })
        {
            var answers = new List<string>();
            foreach (var id in new[] { foreign.Id(), deleted.Id(), "user-000000000000" })
            {
                var answer = await mine.SendAsync(method, $"/Users/{id}", body);
                answers.Add($"{answer.Status} {answer.Text.Replace(id, "ID")} {answer.Header("ETag")} {answer.Header("Location")}");
            }

            answers.Distinct().Count().ShouldBe(1, string.Join('\n', answers));
            answers[0].ShouldStartWith("404 ");
        }

        (await mine.FindAsync($"id eq \"{foreign.Id()}\"")).ShouldBeEmpty();
        (await other.UserAsync(foreign.Id())).GetRawText().ShouldBe(foreign.GetRawText());

        // The same name is another user, linked to nothing.
        var own = await mine.CreateUserAsync(Mine);
        own.Id().ShouldNotBe(foreign.Id());
        (await mine.FindAsync("userName eq \"same@x.example\"")).ShouldBe([own.Id()]);
        var managed = await mine.CreateUserAsync($$$"""
            "userName":"b","{{{Urns.EnterpriseUser}}}":{"manager":{"value":"{{{foreign.Id()}}}"}}
            """);
        managed.GetProperty(Urns.EnterpriseUser).GetRawText().ShouldBe($$$"""{"manager":{"value":"{{{foreign.Id()}}}"}}""");
    }

    [Fact]
    public async Task Nobody_becomes_more_than_they_are_by_saying_so()
    {
        var client = await Client.NewAsync(server.Roster);
        var team = await client.Account.CreateTeamAsync("Ops");
        var ana = await client.CreateUserAsync("\"userName\":\"ana\"");
        const string claims = """
            "id":null,"meta":{"created":"2000-01-01T00:00:00Z","version":"W/\"1\"","location":"https://evil.example"},"roles":[{"value":"Account Administrator"}],"role":"Account Administrator","entitlements":["all"],"verified":true,"invited":true,"orgId":"org-other","tenant":"org-other","userSchema":"{}","password":"secret","urn:evil:2.0:User":{"admin":true},"__proto__":{"admin":true},"constructor":{}
            """;
        var bodies = new[]
        {
            await client.PostAsync("/Users", Client.UserOf($"\"userName\":\"bo\",\"groups\":[{{\"value\":\"{team}\"}}],{claims}")),
            await client.PutAsync($"/Users/{ana.Id()}", Client.UserOf($"\"userName\":\"ana\",\"groups\":[{{\"value\":\"{team}\"}}],{claims}")),
            await client.PatchAsync($"/Users/{ana.Id()}", $$$"""{"op":"replace","value":{"nickName":"N","groups":[{"value":"{{{team}}}"}],{{{claims}}}}}"""),
            await client.PatchAsync($"/Users/{ana.Id()}", $$$"""{"op":"add","value":{"title":"T","groups":[{"value":"{{{team}}}"}],{{{claims}}}}}"""),
        };
        foreach (var body in bodies)
        {
            body.Status.ShouldBeInRange(200, 201, body.ToString());
            body.Text.ShouldNotContain("Administrator");
            body.Text.ShouldNotContain("evil");
            body.Text.ShouldNotContain("secret");
            body.Json.TryGetProperty("groups", out _).ShouldBeFalse();
            var fivetran = (await client.Account.Fivetran.GetAsync($"/v1/users/{body.Json.Id()}")).Json.GetProperty("data");
            fivetran.GetProperty("role").ValueKind.ShouldBe(JsonValueKind.Null);
            fivetran.GetProperty("verified").GetBoolean().ShouldBeFalse();
            fivetran.GetProperty("invited").GetBoolean().ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [InlineData("{id}")]
    public async Task Texts_that_look_like_ids_are_texts(string text)
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.CreateUserAsync("\"userName\":\"ana\"");
        text = text.Replace("{id}", ana.Id());
        var odd = await client.CreateUserAsync($"\"userName\":\"{text}\",\"externalId\":\"{text}\"");
        odd.Id().ShouldNotBe(text);
        (await client.FindAsync($"externalId eq \"{text}\"")).ShouldBe([odd.Id()]);
        (await client.FindAsync($"userName eq \"{text}\"")).ShouldBe([odd.Id()]);
        (await client.GetAsync($"/Users/{text}")).Status.ShouldBe(text == ana.Id() ? 200 : 404);
        (await client.CreateUserAsync($"\"userName\":\"twin\",\"externalId\":\"{text}\"")).Id().ShouldNotBe(odd.Id());
    }

    [Fact]
    public async Task Who_is_above_the_key_is_not_touched_and_the_last_owner_stays()
    {
        var client = await Client.NewAsync(server.Roster);
        var owner = (await client.Account.RegisterUserAsync("owner@x.example", "Account Administrator")).Value;
        var weak = client.With(await client.Account.MintKeyAsync(Roster.Core.Keys.Grants.Provision, Roster.Core.Roles.Level.Viewer));
        const string off = """{"op":"replace","path":"active","value":false}""";
        (await weak.PatchAsync($"/Users/{owner}", off)).Error().ShouldBe("403");
        (await weak.PatchAsync($"/Users/{owner}", """{"op":"replace","path":"userName","value":"thief@x.example"}""")).Error().ShouldBe("403");
        (await weak.PutAsync($"/Users/{owner}", Client.UserOf("\"userName\":\"thief@x.example\""))).Error().ShouldBe("403");
        (await weak.DeleteAsync($"/Users/{owner}")).Error().ShouldBe("403");

        (await client.PatchAsync($"/Users/{owner}", off)).Error().ShouldBe("409");
        (await client.PutAsync($"/Users/{owner}", Client.UserOf("\"userName\":\"owner@x.example\",\"active\":false"))).Error().ShouldBe("409");
        (await client.DeleteAsync($"/Users/{owner}")).Error().ShouldBe("409");
        (await client.UserAsync(owner)).GetProperty("active").GetBoolean().ShouldBeTrue();
    }
}
