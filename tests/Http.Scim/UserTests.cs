using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim;

public sealed class UserTests(ScimServer server)
{
    private const string Enterprise = Urns.EnterpriseUser;

    private const string Whole = $$$"""
        "externalId":"00U1","userName":"Ana.Lo@X.example","name":{"formatted":"Ms. Ana  Lo","familyName":"Lo","givenName":"Ana","middleName":"M","honorificPrefix":"Ms.","honorificSuffix":"III"},"displayName":" Ana ","nickName":"An","profileUrl":"https://x.example/Ana","title":"Boss","userType":"Employee","preferredLanguage":"xx-nonsense","locale":"??","timezone":"Mars/North","active":true,"emails":[{"value":"not an address","type":"odd","display":"D"},{"value":"ANA@x.example","type":"work","primary":true}],"phoneNumbers":[{"value":"+1 (555) 01 - 2","type":"mobile"},{"value":"tel:+1-201-555-0123","type":"work","primary":true}],"photos":[{"value":"https://x.example/Photo?a=1","type":"photo"}],"addresses":[{"streetAddress":"1\n2","locality":"Rome","type":"work","primary":true}],"{{{Enterprise}}}":{"employeeNumber":"007","costCenter":"c","organization":"o","division":"d","department":"Ops","manager":{"value":"nobody-here"}}
        """;

    [Fact]
    public async Task What_is_written_comes_back_byte_for_byte()
    {
        var client = await Client.NewAsync(server.Roster);
        var answer = await client.PostAsync("/Users", Client.UserOf(Whole));
        answer.Status.ShouldBe(201, answer.ToString());
        var ana = answer.Json;
        Client.Own(ana).ShouldBe("{" + Whole.Trim() + "}");
        ana.GetProperty("schemas").GetRawText().ShouldBe($"[\"{Urns.User}\",\"{Enterprise}\"]");
        answer.Header("Location").ShouldBe($"{Client.Base}/Users/{ana.Id()}");
        answer.Header("ETag").ShouldBe(ana.Version());
        var meta = ana.GetProperty("meta");
        meta.GetProperty("location").GetString().ShouldBe(answer.Header("Location"));
        meta.GetProperty("created").GetString().ShouldBe("2026-03-03T10:00:00.123456Z");
        meta.GetProperty("lastModified").GetString().ShouldBe("2026-03-03T10:00:00.123456Z");
        meta.GetProperty("version").GetString().ShouldBe($"W/\"{await client.Account.RevisionAsync()}\"");

        var shown = await client.GetAsync($"/Users/{ana.Id()}");
        shown.Text.ShouldBe(answer.Text);
        (shown.Header("ETag"), shown.Header("Location")).ShouldBe((answer.Header("ETag"), answer.Header("Location")));

        // What GET gave can be put back, and changes nothing.
        var put = await client.PutAsync($"/Users/{ana.Id()}", answer.Text);
        put.Text.ShouldBe(answer.Text);
    }

    [Theory]
    [InlineData("\"userName\":\"bare\"", """{"userName":"bare","active":true}""")]
    [InlineData("\"USERNAME\":\"bare\",\"Active\":\"False\"", """{"userName":"bare","active":false}""")]
    [InlineData("\"userName\":\"bare\",\"active\":null,\"title\":null,\"emails\":null,\"addresses\":null,\"roles\":[],\"nickName\":\"\",\"name\":{\"middleName\":\"\"}", """{"userName":"bare","active":true}""")]
    [InlineData("\"userName\":[\"bare\"],\"displayName\":{\"value\":\"B\"}", """{"userName":"bare","displayName":"B","active":true}""")]
    [InlineData("\"userName\":\"bare\",\"id\":\"mine\",\"meta\":{\"version\":\"1\"},\"groups\":[{\"value\":\"g\"}],\"password\":\"p\",\"verified\":true,\"role\":\"Account Administrator\",\"orgId\":\"org-x\",\"__proto__\":{\"a\":1},\"urn:x:y\":{\"a\":1}", """{"userName":"bare","active":true}""")]
    [InlineData("\"urn:ietf:params:scim:schemas:core:2.0:user\":{\"userName\":\"bare\",\"title\":\"T\"}", """{"userName":"bare","title":"T","active":true}""")]
    [InlineData("\"userName\":\"bare\",\"emails\":[{\"type\":\"work\",\"primary\":true},{\"value\":\"b\"},null],\"addresses\":[{\"type\":\"work\"}]", """{"userName":"bare","active":true,"emails":[{"value":"b"}]}""")]
    [InlineData("\"userName\":\"bare\",\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":{\"manager\":\"m\",\"department\":null}", """{"userName":"bare","active":true,"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"manager":{"value":"m"}}}""")]
    [InlineData("\"userName\":\"bare\",\"department\":\"top level\",\"manager\":null", """{"userName":"bare","active":true}""")]
    public async Task Bodies_are_read_as_leniently_as_clients_need(string members, string shown)
    {
        var client = await Client.NewAsync(server.Roster);
        Client.Own(await client.CreateUserAsync(members)).ShouldBe(shown);
    }

    [Theory]
    [InlineData("\"displayName\":\"no name\"", "invalidValue")]
    [InlineData("\"userName\":\"\"", "invalidValue")]
    [InlineData("\"userName\":null", "invalidValue")]
    [InlineData("\"userName\":7", "invalidValue")]
    [InlineData("\"userName\":\" a\"", "invalidValue")]
    [InlineData("\"userName\":\"a\\u0007\"", "invalidValue")]
    [InlineData("\"userName\":\"a\",\"title\":7", "invalidValue")]
    [InlineData("\"userName\":\"a\",\"title\":\"a\\nb\"", "invalidValue")]
    [InlineData("\"userName\":\"a\",\"title\":\"\\u0000\"", "invalidValue")]
    [InlineData("\"userName\":\"a\",\"active\":\"yes\"", "invalidValue")]
    [InlineData("\"userName\":\"a\",\"name\":\"Ana\"", "invalidValue")]
    [InlineData("\"userName\":\"a\",\"emails\":[\"x\"]", "invalidValue")]
    [InlineData("\"userName\":\"a\",\"emails\":[{\"value\":\"x\",\"primary\":true},{\"value\":\"y\",\"primary\":true}]", "invalidValue")]
    public async Task What_cannot_be_kept_is_refused_with_its_name(string members, string type)
    {
        var client = await Client.NewAsync(server.Roster);
        var revision = await client.Account.RevisionAsync();
        (await client.PostAsync("/Users", Client.UserOf(members))).Error().ShouldBe($"400 {type}");
        (await client.Account.RevisionAsync()).ShouldBe(revision);
    }

    [Theory]
    [InlineData("""{"userName":"a"}""")]
    [InlineData("""{"schemas":[],"userName":"a"}""")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"userName":"a"}""")]
    [InlineData("""{"schemas":null,"userName":"a"}""")]
    public async Task Bodies_name_their_schema(string body)
    {
        var client = await Client.NewAsync(server.Roster);
        (await client.PostAsync("/Users", body)).Error().ShouldBe("400 invalidSyntax");
    }

    [Fact]
    public async Task Bounds_are_those_of_the_contract()
    {
        var client = await Client.NewAsync(server.Roster);
        await Fits("\"userName\":\"{x}\"", 320);
        await Fits("\"userName\":\"{n}\",\"title\":\"{x}\"", 1_024);
        await Fits("\"userName\":\"{n}\",\"externalId\":\"{x}\"", 1_024);
        await Fits("\"userName\":\"{n}\",\"profileUrl\":\"{x}\"", 4_096);
        await Fits("\"userName\":\"{n}\",\"name\":{\"formatted\":\"{x}\"}", 4_096);
        await Fits("\"userName\":\"{n}\",\"photos\":[{\"value\":\"{x}\"}]", 1_048_576);
        await Answers(201, $"\"userName\":\"e50\",\"emails\":[{Many(50)}]");
        await Answers(400, $"\"userName\":\"e51\",\"emails\":[{Many(51)}]");
        await Answers(201, $"\"userName\":\"d40\",\"addresses\":[{Addresses(16)}]");
        await Answers(400, $"\"userName\":\"d41\",\"addresses\":[{Addresses(17)}]");

        async Task Fits(string members, int length)
        {
            await Answers(201, Filled(length));
            await Answers(400, Filled(length + 1));

            string Filled(int count) => members.Replace("{n}", $"user{length}-{count}-{members.Length}").Replace("{x}", new string('x', count));
        }

        async Task Answers(int status, string members) =>
            (await client.PostAsync("/Users", Client.UserOf(members))).Status.ShouldBe(status, members[..60]);

        static string Many(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"value":"{{i}}"}"""));

        static string Addresses(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"formatted":"{{new string('x', 4_000)}}","type":"t{{i}}"}"""));
    }

    [Fact]
    public async Task A_name_is_taken_whatever_its_case_and_addresses_never_are()
    {
        var client = await Client.NewAsync(server.Roster);
        const string emails = "\"emails\":[{\"value\":\"shared@x.example\"}]";
        var ana = await client.CreateUserAsync($"\"userName\":\"Ana\",{emails}");
        var bo = await client.CreateUserAsync($"\"userName\":\"bo\",{emails}");
        (await client.PostAsync("/Users", Client.UserOf("\"userName\":\"aNA\""))).Error().ShouldBe("409 uniqueness");
        (await client.PutAsync($"/Users/{bo.Id()}", Client.UserOf("\"userName\":\"ANA\""))).Error().ShouldBe("409 uniqueness");
        (await client.PatchAsync($"/Users/{bo.Id()}", """{"op":"replace","path":"userName","value":"ana"}""")).Error().ShouldBe("409 uniqueness");
        (await client.PatchAsync($"/Users/{ana.Id()}", """{"op":"replace","path":"userName","value":"ANA"}""")).Json.GetProperty("userName").GetString().ShouldBe("ANA");
        (await client.FindAsync("emails eq \"SHARED@x.example\"")).ShouldBe([ana.Id(), bo.Id()]);

        // The Kelvin sign is no k.
        await client.CreateUserAsync("\"userName\":\"kim\"");
        await client.CreateUserAsync("\"userName\":\"\u212Aim\"");
    }

    [Fact]
    public async Task A_put_clears_what_it_leaves_out_but_for_active()
    {
        var client = await Client.NewAsync(server.Roster);
        var id = (await client.CreateUserAsync(Whole)).Id();
        await client.PatchAsync($"/Users/{id}", """{"op":"replace","path":"active","value":false}""");
        Client.Own((await client.PutAsync($"/Users/{id}", Client.UserOf("\"userName\":\"ana\",\"active\":null"))).Json)
            .ShouldBe("""{"userName":"ana","active":false}""");
        (await client.ShownAsync(id)).ShouldBe("""{"userName":"ana","active":false}""");
        (await client.PutAsync($"/Users/{id}", Client.UserOf($"\"id\":\"{id}\",\"userName\":\"ana\",\"active\":true,\"groups\":[],\"meta\":{{}}"))).Status.ShouldBe(200);
        (await client.PutAsync($"/Users/{id}", Client.UserOf("\"id\":null,\"userName\":\"ana\""))).Status.ShouldBe(200);
        (await client.PutAsync($"/Users/{id}", Client.UserOf("\"id\":\"other\",\"userName\":\"ana\""))).Error().ShouldBe("400 mutability");
        (await client.PutAsync("/Users/unknown", Client.UserOf("\"userName\":\"new\""))).Error().ShouldBe("404");
        (await client.PutAsync($"/Users/{id}", Client.UserOf("\"displayName\":\"no name\""))).Error().ShouldBe("400 invalidValue");
        (await client.ShownAsync(id)).ShouldBe("""{"userName":"ana","active":true}""");
    }

    [Fact]
    public async Task What_changes_nothing_writes_nothing()
    {
        var client = await Client.NewAsync(server.Roster);
        var untouched = (await client.Account.RegisterUserAsync("bo@x.example", given: "Bo")).Value;
        var ana = await client.CreateUserAsync(Whole);
        var revision = await client.Account.RevisionAsync();
        foreach (var id in new[] { ana.Id(), untouched })
        {
            var before = await client.UserAsync(id);
            (await client.PutAsync($"/Users/{id}", before.GetRawText())).Text.ShouldBe(before.GetRawText());
            (await client.PatchAsync($"/Users/{id}", """{"op":"replace","value":{"active":true}}""")).Text.ShouldBe(before.GetRawText());
            (await client.PatchAsync($"/Users/{id}", """{"op":"remove","path":"nickName[type eq \"x\"]"}""")).Error().ShouldBe("400 invalidPath");
            (await client.PatchAsync($"/Users/{id}", """{"op":"remove","path":"emails[type eq \"x\"]"}""", """{"op":"add","path":"nickName","value":null}""")).Text.ShouldBe(before.GetRawText());
        }

        // The order of parts says nothing.
        (await client.PatchAsync($"/Users/{ana.Id()}", """{"op":"replace","path":"photos","value":[{"type":"photo","value":"https://x.example/Photo?a=1"}]}""")).Status.ShouldBe(200);
        (await client.Account.RevisionAsync()).ShouldBe(revision);
    }

    [Fact]
    public async Task A_deleted_user_is_gone_and_comes_back_with_nothing_but_the_id()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.CreateUserAsync(Whole);
        var deleted = await client.DeleteAsync($"/Users/{ana.Id()}");
        (deleted.Status, deleted.Body.Length, deleted.Header("Content-Type")).ShouldBe((204, 0, null));
        (await client.DeleteAsync($"/Users/{ana.Id()}")).Error().ShouldBe("404");
        (await client.GetAsync($"/Users/{ana.Id()}")).Error().ShouldBe("404");
        (await client.PatchAsync($"/Users/{ana.Id()}", """{"op":"replace","path":"title","value":"x"}""")).Error().ShouldBe("404");
        (await client.FindAsync("employeeNumber eq \"007\"")).ShouldBeEmpty();
        var again = await client.CreateUserAsync("\"userName\":\"ana.lo@x.EXAMPLE\"");
        again.Id().ShouldBe(ana.Id());
        again.Version().ShouldNotBe(ana.Version());
        Client.Own(again).ShouldBe("""{"userName":"ana.lo@x.EXAMPLE","active":true}""");
    }

    [Fact]
    public async Task Answers_show_what_is_asked_for_whatever_the_method()
    {
        var client = await Client.NewAsync(server.Roster);
        var created = (await client.PostAsync("/Users?attributes=userName", Client.UserOf(Whole))).Json;
        var only = $$"""{"schemas":["{{Urns.User}}","{{Enterprise}}"],"id":"{{created.Id()}}","userName":"Ana.Lo@X.example"}""";
        created.GetRawText().ShouldBe(only);
        (await client.GetAsync($"/Users/{created.Id()}?ATTRIBUTES=USERNAME,fake")).Text.ShouldBe(only);
        (await client.PutAsync($"/Users/{created.Id()}?attributes=userName", Client.UserOf(Whole))).Text.ShouldBe(only);
        (await client.PatchAsync($"/Users/{created.Id()}?attributes=userName", """{"op":"replace","path":"title","value":"x"}""")).Text.ShouldBe(only);
        (await client.GetAsync($"/Users?attributes=userName")).Json.GetProperty("Resources")[0].GetRawText().ShouldBe(only);
        (await client.GetAsync($"/Users/{created.Id()}?attributes=userName&excludedAttributes=emails")).Error().ShouldBe("400 invalidValue");
        var most = (await client.GetAsync($"/Users/{created.Id()}?excludedAttributes=emails,name.familyName,meta")).Json;
        most.TryGetProperty("emails", out _).ShouldBeFalse();
        most.GetProperty("name").TryGetProperty("familyName", out _).ShouldBeFalse();
        most.TryGetProperty("meta", out _).ShouldBeFalse();
        most.TryGetProperty("title", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_manager_who_is_there_is_linked()
    {
        var client = await Client.NewAsync(server.Roster);
        var boss = (await client.CreateUserAsync("\"userName\":\"boss\",\"displayName\":\"The Boss\"")).Id();
        var ana = await client.CreateUserAsync($$$"""
            "userName":"ana","{{{Enterprise}}}":{"manager":{"$ref":"{{{Client.Base}}}/Users/{{{boss}}}","displayName":"ignored"}}
            """);
        ana.GetProperty(Enterprise).GetRawText()
            .ShouldBe($$$"""{"manager":{"value":"{{{boss}}}","$ref":"{{{Client.Base}}}/Users/{{{boss}}}","displayName":"The Boss"}}""");
        (await client.FindAsync($"manager eq \"{boss}\"")).ShouldBe([ana.Id()]);
        (await client.FindAsync("manager.displayName eq \"the boss\"")).ShouldBe([ana.Id()]);

        // What follows from another changes without a version, and goes with the other.
        await client.DeleteAsync($"/Users/{boss}");
        var alone = await client.UserAsync(ana.Id());
        alone.GetProperty(Enterprise).GetRawText().ShouldBe($$$"""{"manager":{"value":"{{{boss}}}"}}""");
        alone.Version().ShouldBe(ana.Version());
    }
}
