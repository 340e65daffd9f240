using System.Text;
using System.Text.Json.Nodes;
using Roster.Sdk.Fivetran;
using Roster.Sdk.Native;
using Roster.Sdk.WhyLabs;
using UserChange = Roster.Sdk.Native.UserChange;

namespace Roster.Tests.Sdk.Odd;

/// <summary>What is sent, to the byte.</summary>
public sealed class RequestTests
{
    public static TheoryData<UserChange, string> Changes => new()
    {
        { new UserChange(), "{}" },
        { new UserChange { GivenName = null }, """{"givenName":null}""" },
        { new UserChange { UserName = "a", Phone = "", Active = false }, """{"userName":"a","phone":"","active":false}""" },
        { new UserChange { GivenName = default, FamilyName = null, Picture = "p", ExternalId = null, UserSchema = null, Active = true }, """{"familyName":null,"picture":"p","externalId":null,"userSchema":null,"active":true}""" },
    };

    public static TheoryData<Roster.Sdk.Fivetran.UserChange, string> FivetranChanges => new()
    {
        { new(), "{}" },
        { new() { GivenName = "A", FamilyName = "B" }, """{"given_name":"A","family_name":"B"}""" },
        { new() { Phone = null, Picture = null, Role = null }, """{"phone":null,"picture":null,"role":""}""" },
        { new() { Role = "Account Reviewer" }, """{"role":"Account Reviewer"}""" },
    };

    public static TheoryData<ConnectionChange, string> ConnectionChanges => new()
    {
        { new(), "{}" },
        { new() { Config = new JsonObject { ["schema"] = "s" }, Paused = false, SyncFrequency = 5, DataDelayThreshold = null }, """{"config":{"schema":"s"},"paused":false,"sync_frequency":5,"data_delay_threshold":null}""" },
        { new() { Config = null, Paused = null, NetworkingMethod = null }, """{"config":null,"paused":null,"networking_method":null}""" },
    };

    public static TheoryData<AccountUserUpdate, string> WhyLabsUpdates => new()
    {
        { new(), "{}" },
        { new() { ExternalId = null, UserSchema = null, Active = null }, """{"externalId":null,"userSchema":null,"active":null}""" },
        { new() { ExternalId = "e", Active = false }, """{"externalId":"e","active":false}""" },
    };

    [Theory, MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public async Task Absent_is_not_null(UserChange change, string body)
    {
        await using var server = new OddServer(Turns.Json(200, "{}"));
        using var client = server.Native();

        await client.Users.ChangeAsync("u", change);

        server.Request.ShouldSatisfyAllConditions(
            asked => asked.Body.ShouldBe(body), asked => asked.Method.ShouldBe("PATCH"), asked => asked.Header("Content-Type").ShouldBe("application/json"));
    }

    [Theory, MemberData(nameof(FivetranChanges), DisableDiscoveryEnumeration = true)]
    public async Task Absent_is_not_null_at_Fivetran(Roster.Sdk.Fivetran.UserChange change, string body)
    {
        await using var server = new OddServer(Turns.Json(200, "{}"));
        using var client = server.Fivetran();

        await client.UserManagement.ModifyUserAsync("u", change);

        server.Request.Body.ShouldBe(body);
    }

    [Theory, MemberData(nameof(ConnectionChanges), DisableDiscoveryEnumeration = true)]
    public async Task Absent_is_not_null_for_connections(ConnectionChange change, string body)
    {
        await using var server = new OddServer(Turns.Json(200, "{}"));
        using var client = server.Fivetran();

        await client.Connections.ModifyAsync("c", change);

        server.Request.Body.ShouldBe(body);
    }

    [Theory, MemberData(nameof(WhyLabsUpdates), DisableDiscoveryEnumeration = true)]
    public async Task Absent_is_not_null_at_WhyLabs(AccountUserUpdate update, string body)
    {
        await using var server = new OddServer(Turns.Json(200, "{}"));
        using var client = server.WhyLabs();

        await client.Account.UpdateUserAsync("org-1", "u", update);

        server.Request.Body.ShouldBe(body);
    }

    [Fact]
    public async Task A_membership_keeps_its_end_unless_it_is_told()
    {
        await using var server = new OddServer(Turns.Json(200, "{}"));
        using var client = server.Native();

        await client.Memberships.PutAsync(Place.Group("g"), "u", "R");
        await client.Memberships.PutAsync(Place.Group("g"), "u", "R", null);
        await client.Memberships.PutAsync(Place.Group("g"), "u", "R", new DateTimeOffset(2030, 1, 1, 1, 0, 0, TimeSpan.FromHours(1)), new WriteOptions { IfMatch = "\"e-7\"", IfNoneMatch = "*" });

        server.Requests.Select(asked => asked.Body).ShouldBe(
            ["""{"role":"R"}""", """{"role":"R","expiresAt":null}""", """{"role":"R","expiresAt":"2030-01-01T00:00:00.000000Z"}"""]);
        server.Requests.Last().ShouldSatisfyAllConditions(
            asked => asked.Target.ShouldBe("/api/memberships/group/g/u"),
            asked => asked.Header("If-Match").ShouldBe("\"e-7\""),
            asked => asked.Header("If-None-Match").ShouldBe("*"));
    }

    [Theory]
    [InlineData("a b/c?d#e%f", "/v1/users/a%20b%2Fc%3Fd%23e%25f")]
    [InlineData("ä\n", "/v1/users/%C3%A4%0A")]
    [InlineData("...", "/v1/users/...")]
    [InlineData("http://x/", "/v1/users/http%3A%2F%2Fx%2F")]
    public async Task An_id_is_one_segment_of_the_path_whatever_is_in_it(string id, string target)
    {
        await using var server = new OddServer(Turns.Json(200, "{}"));
        using var client = server.Fivetran();

        await client.UserManagement.GetUserDetailsAsync(id);

        server.Request.Target.ShouldBe(target);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(null)]
    public async Task An_id_that_would_lead_elsewhere_is_not_sent(string? id)
    {
        await using var server = new OddServer(Turns.Json(200, "{}"));
        using var client = server.Fivetran();
        using var roster = server.Native();

        await Should.ThrowAsync<ArgumentException>(async () => await client.UserManagement.DeleteUserAsync(id!));
        await Should.ThrowAsync<ArgumentException>(async () => await roster.Groups.DeleteAsync(id!));
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_query_is_escaped()
    {
        await using var server = new OddServer(Turns.Json(200, "{}"));
        using var client = server.WhyLabs();

        await client.Account.GetUserByEmailAsync("org-1", "a+b&c=d@example.com");

        server.Request.Target.ShouldBe("/v0/accounts/org/org-1/user/email?email=a%2Bb%26c%3Dd%40example.com");
    }

    [Fact]
    public async Task Each_client_presents_its_key_as_its_service_wants()
    {
        await using var server = new OddServer(Turns.Json(200, "{}"));
        using (var client = new FivetranClient("id", "söcret", new() { BaseAddress = server.Address }))
        {
            await client.Account.GetInfoAsync();
        }

        using (var client = server.WhyLabs())
        {
            await client.ApiKeys.ValidateAsync();
        }

        using (var client = server.Native())
        {
            await client.Account.GetAsync();
        }

        var asked = server.Requests.ToList();
        asked[0].Header("Authorization").ShouldBe("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("id:söcret")));
        asked[1].Header("X-API-Key").ShouldBe("id.secret:org-1");
        asked[1].Header("Authorization").ShouldBeNull();
        asked[2].Header("Authorization").ShouldBe("Bearer id.secret");
        asked.ShouldAllBe(one => one.Header("Accept") == "application/json" && one.Header("User-Agent")!.StartsWith("Roster.Sdk/"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("key\n")]
    [InlineData("kéy")]
    public void A_key_that_no_header_can_carry_is_refused_and_not_repeated(string key)
    {
        var refused = Should.Throw<ArgumentException>(() => new WhyLabsClient(key));

        refused.ParamName.ShouldBe("apiKey");
        (key.Length > 0 && refused.Message.Contains(key)).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => new RosterClient(new("http://localhost"), key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    public async Task The_base_address_may_end_as_it_likes(string ending)
    {
        await using var server = new OddServer(Turns.Json(200, "{}"));
        using var client = new FivetranClient("id", "secret", new() { BaseAddress = new(server.Address.AbsoluteUri.TrimEnd('/') + ending) });
        using var behind = new RosterClient(new(server.Address, "/behind/a/proxy" + ending.Replace("/v1", "")), "key");

        await client.Account.GetInfoAsync();
        await behind.Account.GetAsync();

        server.Requests.Select(asked => asked.Target).ShouldBe(["/v1/account/info", "/behind/a/proxy/api/account"]);
    }

    [Theory]
    [InlineData("ftp://example.com")]
    [InlineData("https://example.com/?a=b")]
    [InlineData("relative")]
    public void A_base_address_that_is_none_is_refused(string address) =>
        Should.Throw<ArgumentException>(() => new RosterClient(new(address, UriKind.RelativeOrAbsolute), "key")).ParamName.ShouldBe("baseAddress");

    [Fact]
    public async Task Without_an_address_it_is_the_hosted_service_that_is_asked()
    {
        using var recorder = new Recorder();
        using var fivetran = new FivetranClient("id", "secret", new() { Handler = recorder });
        using var whyLabs = new WhyLabsClient("key", new() { Handler = recorder });

        await fivetran.UserManagement.GetUserDetailsAsync("u");
        await whyLabs.Account.GetUserByIdAsync("org-1", "u");

        recorder.Asked.ShouldBe(["https://api.fivetran.com/v1/users/u", "https://api.whylabsapp.com/v0/accounts/org/org-1/user/id?user_id=u"]);
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.AbsoluteUri);
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("{}") });
        }
    }
}
