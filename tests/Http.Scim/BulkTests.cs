using System.Text.Json;
using Roster.Core.Keys;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim;

/// <summary>Many operations in one request.</summary>
public sealed class BulkTests(ScimServer server)
{
    [Fact]
    public async Task Each_operation_is_answered_in_the_order_of_the_request()
    {
        var client = await Client.NewAsync(server.Roster);
        var bo = await client.AddUserAsync("bo");
        var old = (await client.UserAsync(bo)).Version();
        var answer = await RunAsync(client,
            User("ana", "\"userName\":\"ana\""),
            $$"""{"method":"PATCH","path":"/Users/{{bo}}","version":{{JsonSerializer.Serialize(old)}},"data":{{Client.PatchOf("""{"op":"replace","path":"title","value":"CEO"}""")}}}""",
            $$"""{"method":"PUT","path":"/users/{{bo}}","version":{{JsonSerializer.Serialize(old)}},"data":{{Client.UserOf("\"userName\":\"bo\"")}}}""",
            User("no", "\"userName\":\"ana\""),
            Group("g", "\"displayName\":\"Ops\",\"members\":[{\"value\":\"bulkId:ana\"}]"),
            $$"""{"method":"DELETE","path":"/Users/{{bo}}"}""",
            $$"""{"method":"DELETE","path":"/Users/{{bo}}"}""");

        Statuses(answer).ShouldBe("POST 201, PATCH 200, PUT 412, POST 409, POST 201, DELETE 204, DELETE 404");
        var operations = answer.Json.GetProperty("Operations").EnumerateArray().ToList();
        var ana = Location(operations[0]);
        operations[0].GetProperty("bulkId").GetString().ShouldBe("ana");
        operations[0].GetProperty("version").GetString().ShouldStartWith("W/");
        (await client.MembersAsync(Location(operations[4]))).ShouldBe(ana);
        operations[3].TryGetProperty("location", out _).ShouldBeFalse();
        operations[3].GetProperty("response").GetProperty("scimType").GetString().ShouldBe("uniqueness");
        operations[0].TryGetProperty("response", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_patch_may_be_its_bare_operations()
    {
        var client = await Client.NewAsync(server.Roster);
        var bo = await client.AddUserAsync("bo", ",\"nickName\":\"B\"");
        var answer = await RunAsync(client,
            User("ana", "\"userName\":\"ana\""),
            $$"""{"method":"PATCH","path":"/Users/{{bo}}","data":[{"op":"remove","path":"nickName"},{"op":"add","path":"manager","value":"bulkId:ana"}]}""",
            $$"""{"method":"PATCH","path":"/Users/{{bo}}","data":[]}""");

        Errors(answer).ShouldBe("201, 200, 400 invalidSyntax");
        var shown = await client.UserAsync(bo);
        shown.TryGetProperty("nickName", out _).ShouldBeFalse();
        shown.GetProperty(Urns.EnterpriseUser).GetProperty("manager").Value().ShouldBe(Location(answer.Json.GetProperty("Operations")[0]));
    }

    [Fact]
    public async Task What_names_another_waits_for_it_wherever_it_stands()
    {
        var client = await Client.NewAsync(server.Roster);
        var answer = await RunAsync(client,
            $$"""{"method":"PATCH","path":"/Groups/bulkId:g","data":{{Client.PatchOf("""{"op":"add","path":"members","value":[{"value":"bulkId:bo"}]}""")}}}""",
            Group("g", "\"displayName\":\"Ops\",\"members\":[\"bulkId:ana\"]"),
            User("ana", "\"userName\":\"ana\",\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":{\"manager\":{\"value\":\"bulkId:bo\"}},\"title\":\"bulkId:bo\""),
            User("bo", "\"userName\":\"bo\""));

        Statuses(answer).ShouldBe("PATCH 200, POST 201, POST 201, POST 201");
        var ids = answer.Json.GetProperty("Operations").EnumerateArray().Select(Location).ToList();
        (await client.MembersAsync(ids[1])).ShouldBe($"{ids[2]} {ids[3]}");
        var ana = await client.UserAsync(ids[2]);
        ana.GetProperty(Urns.EnterpriseUser).GetProperty("manager").Value().ShouldBe(ids[3]);
        ana.GetProperty("title").GetString().ShouldBe("bulkId:bo");
    }

    [Fact]
    public async Task Users_who_name_one_another_are_made_together_or_not_at_all()
    {
        var client = await Client.NewAsync(server.Roster);
        const string manager = "\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":{\"manager\":\"bulkId:NAME\"}";
        string[] ring =
        [
            User("ana", "\"userName\":\"ana\"," + manager.Replace("NAME", "bo")), User("bo", "\"userName\":\"bo\"," + manager.Replace("NAME", "ana")),
            User("me", "\"userName\":\"me\"," + manager.Replace("NAME", "me")),
        ];
        var answer = await RunAsync(client, ring);

        Statuses(answer).ShouldBe("POST 201, POST 201, POST 201");
        var ids = answer.Json.GetProperty("Operations").EnumerateArray().Select(Location).ToList();
        (await ManagerAsync(client, ids[0]), await ManagerAsync(client, ids[1]), await ManagerAsync(client, ids[2])).ShouldBe((ids[1], ids[0], ids[2]));

        // Made again, deleted users get their ids back, and managers are those.
        foreach (var id in ids)
        {
            (await client.DeleteAsync($"/Users/{id}")).Status.ShouldBe(204);
        }

        (await RunAsync(client, ring)).Json.GetProperty("Operations").EnumerateArray().Select(Location).ShouldBe(ids);
        (await ManagerAsync(client, ids[0])).ShouldBe(ids[1]);

        var before = await client.Account.RevisionAsync();
        var failed = await RunAsync(
            client,
            User("x", "\"userName\":\"x\"," + manager.Replace("NAME", "y")),
            User("y", "\"userName\":\"ana\"," + manager.Replace("NAME", "x")),
            User("z", "\"userName\":\"z\"," + manager.Replace("NAME", "x")));
        Statuses(failed).ShouldBe("POST 409, POST 409, POST 409");
        (await client.Account.RevisionAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task What_depends_on_nothing_that_was_made_is_refused()
    {
        var client = await Client.NewAsync(server.Roster);
        await client.AddUserAsync("taken");
        var answer = await RunAsync(client,
            Group("g", "\"displayName\":\"Ops\",\"members\":[\"bulkId:none\"]"),
            User("t", "\"userName\":\"taken\""),
            Group("h", "\"displayName\":\"Dev\",\"members\":[\"bulkId:t\"]"),
            """{"method":"DELETE","path":"/Groups/bulkId:h"}""");

        Errors(answer).ShouldBe("400 invalidValue, 409 uniqueness, 409, 409");
    }

    [Theory]
    [InlineData("""{"method":"GET","path":"/Users","data":{}}""")]
    [InlineData("""{"method":"POST","path":"/Users","data":{}}""")]
    [InlineData("""{"method":"POST","path":"/Users/x","bulkId":"a","data":{}}""")]
    [InlineData("""{"method":"POST","path":"/Schemas","bulkId":"a","data":{}}""")]
    [InlineData("""{"method":"DELETE","path":"/Users"}""")]
    [InlineData("""{"method":"PUT","path":"/Users/x"}""")]
    [InlineData("""{"method":"PUT","path":"/Users/x","data":[]}""")]
    [InlineData("""{}""")]
    public async Task An_operation_that_is_none_is_refused_alone(string operation)
    {
        var client = await Client.NewAsync(server.Roster);
        Errors(await RunAsync(client, operation, User("ana", "\"userName\":\"ana\""))).ShouldBe("400 invalidValue, 201");
    }

    [Theory]
    [InlineData("""{"Operations":[{}]}""", "400 invalidSyntax")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"]}""", "400 invalidSyntax")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[]}""", "400 invalidSyntax")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[7]}""", "400 invalidSyntax")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[{"bulkId":"a"},{"bulkId":"a"}]}""", "400 invalidSyntax")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"failOnErrors":0,"Operations":[{}]}""", "400 invalidValue")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"failOnErrors":"1","Operations":[{}]}""", "400 invalidValue")]
    public async Task A_request_that_is_none_is_refused_whole(string body, string error)
    {
        var client = await Client.NewAsync(server.Roster);
        (await client.PostAsync("/Bulk", body)).Error().ShouldBe(error);
    }

    [Fact]
    public async Task It_stops_after_as_many_errors_as_it_may_have()
    {
        var client = await Client.NewAsync(server.Roster);
        string[] operations = [User("a", "\"userName\":\"a\""), User("b", "\"userName\":\"a\""), User("c", "\"userName\":\"c\""), User("d", "\"userName\":\"c\""), User("e", "\"userName\":\"e\"")];

        Statuses(await RunAsync(client, 1, operations)).ShouldBe("POST 201, POST 409");
        Statuses(await RunAsync(client, 3, operations)).ShouldBe("POST 409, POST 409, POST 201, POST 409");
        (await client.FindAsync("userName pr")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Too_many_or_too_large_is_refused_and_nothing_is_done()
    {
        var client = await Client.NewAsync(server.Roster);
        var many = Enumerable.Range(0, 1_001).Select(i => User($"u{i}", $"\"userName\":\"u{i}\"")).ToArray();
        (await RunAsync(client, many)).Error().ShouldBe("413");
        (await RunAsync(client, User("a", $"\"userName\":\"a\",\"title\":\"{new string('x', 4_194_304)}\""))).Error().ShouldBe("413");
        (await client.FindAsync("userName pr")).ShouldBeEmpty();
        Statuses(await RunAsync(client, many[..1_000])).Split(", ").ShouldAllBe(status => status == "POST 201");
    }

    [Fact]
    public async Task Rights_owners_and_other_tenants_are_guarded_as_elsewhere()
    {
        var (client, other) = (await Client.NewAsync(server.Roster), await Client.NewAsync(server.Roster));
        var (theirs, theirTeam) = (await other.AddUserAsync("theirs"), await other.TeamAsync("Theirs"));
        var owner = (await client.Account.RegisterUserAsync("owner@x.example", "Account Administrator")).Value;
        var answer = await RunAsync(client,
            $$"""{"method":"DELETE","path":"/Users/{{owner}}"}""",
            $$"""{"method":"PATCH","path":"/Groups/{{client.Level("admin")}}","data":{{Client.PatchOf("""{"op":"replace","path":"members","value":[]}""")}}}""",
            $$"""{"method":"DELETE","path":"/Users/{{theirs}}"}""",
            $$"""{"method":"DELETE","path":"/Groups/{{theirTeam}}"}""",
            $$"""{"method":"PATCH","path":"/Groups/{{other.Level("admin")}}","data":{{Client.PatchOf("""{"op":"add","path":"externalId","value":"1"}""")}}}""",
            Group("g", $"\"displayName\":\"Ops\",\"members\":[\"{theirs}\"]"),
            User("u", "\"userName\":\"u\",\"id\":\"mine\",\"meta\":{\"version\":\"9\"},\"roles\":[\"admin\"],\"externalId\":\"1\",\"verified\":true,\"orgId\":\"x\""));

        Errors(answer).ShouldBe("409, 409, 404, 404, 404, 400 invalidValue, 201");
        var made = await client.UserAsync(Location(answer.Json.GetProperty("Operations")[6]));
        Client.Own(made).ShouldBe("""{"externalId":"1","userName":"u","active":true}""");
        (await other.UserAsync(theirs)).Id().ShouldBe(theirs);

        var reader = client.With(await client.Account.MintKeyAsync(Grants.Read));
        (await RunAsync(reader, User("r", "\"userName\":\"r\""))).Error().ShouldBe("403");
    }

    private static string User(string bulkId, string members) =>
        $$"""{"method":"POST","path":"/Users","bulkId":"{{bulkId}}","data":{{Client.UserOf(members)}}}""";

    private static string Group(string bulkId, string members) =>
        $$"""{"method":"POST","path":"/Groups","bulkId":"{{bulkId}}","data":{{Groups.Of(members)}}}""";

    private static Task<Answer> RunAsync(Client client, params string[] operations) => RunAsync(client, null, operations);

    private static Task<Answer> RunAsync(Client client, int? failOnErrors, params string[] operations) => client.PostAsync(
        "/Bulk", $$"""{"schemas":["{{Urns.BulkRequest}}"],"failOnErrors":{{failOnErrors?.ToString() ?? "null"}},"Operations":[{{string.Join(',', operations)}}]}""");

    private static string Statuses(Answer answer)
    {
        answer.Status.ShouldBe(200, answer.ToString());
        return string.Join(", ", answer.Json.GetProperty("Operations").EnumerateArray()
            .Select(operation => $"{operation.GetProperty("method").GetString()} {operation.GetProperty("status").GetString()}"));
    }

    private static string Errors(Answer answer) => string.Join(", ", answer.Json.GetProperty("Operations").EnumerateArray().Select(operation =>
        operation.TryGetProperty("response", out var error) && error.TryGetProperty("scimType", out var type)
            ? $"{operation.GetProperty("status").GetString()} {type.GetString()}"
            : operation.GetProperty("status").GetString()));

    private static string Location(JsonElement operation) => operation.GetProperty("location").GetString()!.Split('/')[^1];

    private static async Task<string> ManagerAsync(Client client, string id) =>
        (await client.UserAsync(id)).GetProperty(Urns.EnterpriseUser).GetProperty("manager").Value();
}
