using System.Text;
using Roster.Core.Keys;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim;

public sealed class TransportTests(ScimServer server)
{
    private const string Ana = "\"userName\":\"ana\"";

    [Theory]
    [InlineData("GET", "/scim/v2/Users")]
    [InlineData("POST", "/scim/v2/Users")]
    [InlineData("GET", "/scim/v2/nothing")]
    [InlineData("GET", "/scim/v2/Users/x/y")]
    [InlineData("GET", "/scim/Users")]
    [InlineData("GET", "/scim")]
    public async Task Without_a_key_nothing_is_told(string method, string target)
    {
        var answer = await server.Roster.Wire.SendAsync(method, target);
        Form.Holds(answer);
        answer.Error().ShouldBe("401");
        answer.Header("WWW-Authenticate").ShouldBe("Bearer realm=\"scim\"");
    }

    [Theory]
    [InlineData("Bearer abc")]
    [InlineData("Bearer TestKey009.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0")]
    [InlineData("Bearer {key}:org-other")]
    public async Task A_key_that_is_not_valid_is_refused_and_said_so(string authorization)
    {
        var client = await Client.NewAsync(server.Roster);
        var key = $"{client.Account.Key.Id}.{client.Account.Key.Secret}";
        var answer = await server.Roster.Wire.SendAsync("GET", "/scim/v2/Users", null, [("Authorization", authorization.Replace("{key}", key))]);
        Form.Holds(answer);
        answer.Error().ShouldBe("401");
        answer.Header("WWW-Authenticate").ShouldBe("Bearer realm=\"scim\", error=\"invalid_token\"");
    }

    [Theory]
    [InlineData("Basic YTpi")]
    [InlineData("SSWS abc")]
    public async Task Another_scheme_is_as_good_as_no_key(string authorization)
    {
        var answer = await server.Roster.Wire.SendAsync("GET", "/scim/v2/Users", null, [("Authorization", authorization)]);
        answer.Error().ShouldBe("401");
        answer.Header("WWW-Authenticate").ShouldBe("Bearer realm=\"scim\"");
    }

    [Fact]
    public async Task A_key_may_name_its_account()
    {
        var account = await server.Roster.OpenAccountAsync();
        var named = new Knocking(server.Roster, "Authorization", $"bearer {account.Key.Id}.{account.Key.Secret}:{account.Id}");
        (await named.GetAsync("/scim/v2/Users")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("GET", "/nothing", "404")]
    [InlineData("GET", "/Users/unknown", "404")]
    [InlineData("GET", "/Schemas/unknown", "404")]
    [InlineData("GET", "/ResourceTypes/unknown", "404")]
    [InlineData("PUT", "/Users", "405")]
    [InlineData("PATCH", "/Users", "405")]
    [InlineData("DELETE", "/Users", "405")]
    [InlineData("POST", "/Users/some-id", "405")]
    [InlineData("GET", "/.search", "405")]
    [InlineData("POST", "/Schemas", "405")]
    [InlineData("DELETE", "/ServiceProviderConfig", "405")]
    public async Task What_is_not_there_is_refused_in_this_dialect(string method, string target, string error)
    {
        var client = await Client.NewAsync(server.Roster);
        var answer = await client.SendAsync(method, target, "no json", ("Content-Type", "text/plain"));
        answer.Error().ShouldBe(error);
        (answer.Header("Allow") is not null).ShouldBe(error == "405");
    }

    [Theory]
    [InlineData("/scim/v1/Users")]
    [InlineData("/scim/v2.0/Users")]
    [InlineData("/scim/V3")]
    public async Task Another_version_is_refused(string target)
    {
        var client = await Client.NewAsync(server.Roster);
        (await client.Knock.GetAsync(target)).Error().ShouldBe("400 invalidVers");
    }

    [Theory]
    [InlineData("/Users", "GET, POST")]
    [InlineData("/Users/x", "DELETE, GET, PATCH, PUT")]
    [InlineData("/Schemas", "GET")]
    public async Task Options_tell_what_there_is(string target, string allow)
    {
        var client = await Client.NewAsync(server.Roster);
        var answer = await client.SendAsync("OPTIONS", target, null);
        answer.Status.ShouldBe(204);
        answer.Header("Allow")!.Split(", ").Order().ShouldBe(allow.Split(", "));
    }

    [Theory]
    [InlineData("/scim/Users")]
    [InlineData("/SCIM/V2/users")]
    [InlineData("/scim/v2/Users/")]
    [InlineData("/scim/v2/Users?")]
    [InlineData("/scim/v2/Users/?filter=userName+eq+%22ana%22")]
    [InlineData("/scim/v2/Users?FILTER=userName%20eq%20%22ana%22&StartIndex=1&COUNT=10")]
    [InlineData("/scim")]
    [InlineData("/scim/v2/")]
    public async Task Addresses_as_clients_write_them_lead_to_the_same(string target)
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.CreateUserAsync(Ana);
        var answer = await client.Knock.GetAsync(target, ("Content-Type", "application/scim+json"), ("Accept-Charset", "utf-8"));
        answer.Status.ShouldBe(200, answer.ToString());
        answer.Json.GetProperty("Resources").EnumerateArray().Select(user => user.Id()).ShouldContain(ana.Id());
    }

    [Fact]
    public async Task A_schema_is_found_by_its_urn_however_it_is_escaped()
    {
        var client = await Client.NewAsync(server.Roster);
        foreach (var urn in new[] { Urns.User, Urns.User.ToUpperInvariant(), Urns.User.Replace(":", "%3A") })
        {
            (await client.GetAsync("/Schemas/" + urn)).Json.Id().ShouldBe(Urns.User);
        }
    }

    [Theory]
    [InlineData("application/scim+json", 201)]
    [InlineData("application/json", 201)]
    [InlineData("Application/SCIM+JSON; charset=UTF-8", 201)]
    [InlineData("application/json;charset=\"utf-8\"", 201)]
    [InlineData("application/json; charset=latin1", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("nonsense", 415)]
    public async Task Bodies_are_json_in_utf8(string contentType, int status)
    {
        var client = await Client.NewAsync(server.Roster);
        (await client.PostAsync("/Users", Client.UserOf(Ana), ("Content-Type", contentType))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_body_without_a_content_type_is_json()
    {
        var client = await Client.NewAsync(server.Roster);
        var answer = await server.Roster.Wire.SendAsync(
            "POST", "/scim/v2/Users", Encoding.UTF8.GetBytes("\uFEFF" + Client.UserOf(Ana)), [(client.Knock.Header, client.Knock.Value)]);
        answer.Status.ShouldBe(201, answer.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"a","USERNAME":"b"}""")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"a","name":{"givenName":"b","GivenName":"c"}}""")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"a","\ud800":1}""")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"a","title":"\ud800"}""")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"a","unknown":["x\udfff"]}""")]
    public async Task A_body_that_is_no_object_or_no_json_is_a_syntax_error(string body)
    {
        var client = await Client.NewAsync(server.Roster);
        (await client.PostAsync("/Users", body)).Error().ShouldBe("400 invalidSyntax");
        (await client.PostAsync("/.search", body)).Error().ShouldBe("400 invalidSyntax");
    }

    [Fact]
    public async Task Nesting_and_size_are_bounded()
    {
        var client = await Client.NewAsync(server.Roster);
        var deep = Client.UserOf($"\"x\":{new string('[', 40)}{new string(']', 40)}");
        (await client.PostAsync("/Users", deep)).Error().ShouldBe("400 invalidSyntax");

        // Who says that so much will come need not send it.
        using var connection = await server.Roster.Wire.ConnectAsync();
        var head = $"POST /scim/v2/Users HTTP/1.1\r\nHost: x\r\n{client.Knock.Header}: {client.Knock.Value}\r\nContent-Length: {(16 * 1_048_576) + 1}\r\n\r\n";
        await connection.SendAsync(Encoding.ASCII.GetBytes(head));
        var answer = await connection.ReceiveAsync(false);
        Form.Holds(answer);
        answer.Error().ShouldBe("413");
    }

    [Theory]
    [InlineData(null, "application/scim+json")]
    [InlineData("*/*", "application/scim+json")]
    [InlineData("application/*", "application/scim+json")]
    [InlineData("application/scim+json; charset=utf-8", "application/scim+json")]
    [InlineData("application/json, application/scim+json;q=0.5", "application/scim+json")]
    [InlineData("application/json", "application/json")]
    [InlineData("text/html", null)]
    public async Task The_media_type_is_scims_own_wherever_it_is_taken(string? accept, string? contentType)
    {
        var client = await Client.NewAsync(server.Roster);
        (string, string)[] headers = accept is null ? [] : [("Accept", accept)];
        foreach (var target in new[] { "/scim/v2/Users", "/scim/v2/Schemas" })
        {
            var answer = await client.Knock.GetAsync(target, headers);
            answer.Status.ShouldBe(contentType is null ? 406 : 200);
            answer.Header("Content-Type").ShouldBe(contentType ?? "application/scim+json");
        }
    }

    [Fact]
    public async Task What_a_key_may_not_do_is_403()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.CreateUserAsync(Ana);
        var reader = client.With(await client.Account.MintKeyAsync(Grants.Read));
        (await reader.GetAsync("/Users")).Status.ShouldBe(200);
        (await reader.PostAsync("/Users/.search", $$"""{"schemas":["{{Urns.SearchRequest}}"]}""")).Status.ShouldBe(200);
        (await reader.PostAsync("/Users", Client.UserOf("\"userName\":\"b\""))).Error().ShouldBe("403");
        (await reader.PutAsync($"/Users/{ana.Id()}", Client.UserOf(Ana))).Error().ShouldBe("403");
        (await reader.PatchAsync($"/Users/{ana.Id()}", """{"op":"replace","path":"title","value":"x"}""")).Error().ShouldBe("403");
        (await reader.DeleteAsync($"/Users/{ana.Id()}")).Error().ShouldBe("403");

        var checker = client.With(await client.Account.MintKeyAsync(Grants.Check));
        (await checker.GetAsync("/Users")).Error().ShouldBe("403");
        (await checker.GetAsync($"/Users/{ana.Id()}")).Error().ShouldBe("403");

        var provisioner = client.With(await client.Account.MintKeyAsync(Grants.Provision));
        (await provisioner.PatchAsync($"/Users/{ana.Id()}", """{"op":"replace","path":"title","value":"x"}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Too_many_requests_are_refused_in_this_dialect_too()
    {
        await using var limited = await RosterServer.StartAsync(new() { Settings = new Dictionary<string, string> { ["ROSTER_RATE_LIMIT"] = "1", ["ROSTER_USER_CREATION_LIMIT"] = "1" } });
        var account = await limited.OpenAccountAsync();
        (await account.Scim.GetAsync("/scim/v2/Users")).Status.ShouldBe(200);
        var answer = await account.Scim.GetAsync("/scim/v2/Users");
        Form.Holds(answer);
        answer.Error().ShouldBe("429");
        int.Parse(answer.Header("Retry-After")!).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Without_a_public_address_links_begin_as_the_client_reached_the_server()
    {
        await using var local = await RosterServer.StartAsync(new() { Settings = new Dictionary<string, string> { ["ROSTER_PUBLIC_URL"] = "" } });
        var account = await local.OpenAccountAsync();
        var answer = await account.Scim.PostAsync("/scim/v2/Users", Client.UserOf(Ana));
        answer.Header("Location").ShouldBe($"http://127.0.0.1:{local.Port}/scim/v2/Users/{answer.Json.Id()}");
    }
}
