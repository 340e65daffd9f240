using System.Text.Json;
using static Roster.Tests.Http.AuthZen.Asker;

namespace Roster.Tests.Http.AuthZen.Certification;

/// <summary>The certification's tests of discovery and of what all levels share (authzen.md §7), each by its id.</summary>
public sealed class DiscoveryTests(AuthZenServer server)
{
    private const string WellKnown = "/.well-known/authzen-configuration";

    [Fact]
    public async Task C_6_1_the_document_is_there_for_anybody()
    {
        var answer = await server.Roster.Wire.SendAsync("GET", WellKnown);

        answer.Ok();
        answer.Header("Cache-Control").ShouldBe("public, max-age=3600");
        answer.Header("X-Request-ID").ShouldNotBeNull();
    }

    [Fact]
    public async Task C_6_2_it_has_the_members_that_it_must_have() =>
        new[] { "policy_decision_point", "access_evaluation_endpoint" }.ShouldBeSubsetOf((await DocumentAsync()).Keys);

    [Fact]
    public async Task C_6_3_the_identifier_is_where_the_document_was_found() =>
        (await DocumentAsync())["policy_decision_point"].ShouldBe("https://roster.example.com");

    [Fact]
    public async Task C_6_4_every_endpoint_is_an_https_address()
    {
        var endpoints = (await DocumentAsync()).Where(member => member.Key.EndsWith("_endpoint", StringComparison.Ordinal)).Select(member => new Uri(member.Value)).ToList();

        endpoints.ShouldAllBe(endpoint => endpoint.Scheme == "https" && endpoint.Query == "" && endpoint.Fragment == "");
        endpoints.Select(endpoint => endpoint.AbsolutePath).ShouldBe([Evaluation, Evaluations, Subjects, Resources, Actions]);
    }

    [Fact]
    public async Task C_6_5_nothing_optional_is_there_that_would_have_to_be_judged() =>
        (await DocumentAsync()).Keys.ShouldNotContain(name => name == "capabilities" || name == "signed_metadata");

    [Theory]
    [InlineData("")]
    [InlineData("http://roster.example.com")]
    public async Task C_6_6_without_an_https_address_there_is_none_and_the_default_paths_answer(string publicUrl)
    {
        await using var roster = await StartAsync(publicUrl);

        (await roster.Wire.SendAsync("GET", WellKnown)).ShouldBeRefused(404);
        (await roster.First.Native.PostAsync(Evaluation, Good(Evaluation))).Decision().ShouldBeFalse();
    }

    [Fact]
    public async Task A_path_of_the_identifier_comes_after_the_well_known_part()
    {
        await using var roster = await StartAsync("https://example.com/tenant1/");

        var answer = await roster.Wire.SendAsync("GET", WellKnown + "/tenant1");

        answer.Ok().GetProperty("policy_decision_point").GetString().ShouldBe("https://example.com/tenant1");
        answer.Json.GetProperty("search_action_endpoint").GetString().ShouldBe("https://example.com/tenant1" + Actions);
        (await roster.Wire.SendAsync("GET", WellKnown)).ShouldBeRefused(404);
    }

    [Fact]
    public async Task The_host_that_a_client_names_is_not_what_the_document_says()
    {
        var answer = await server.Roster.Wire.SendAsync("GET", WellKnown, null, ("X-Forwarded-Host", "evil.example.com"));

        answer.Text.ShouldNotContain("evil");
    }

    [Theory]
    [InlineData(Evaluation)]
    [InlineData(Evaluations)]
    [InlineData(Subjects)]
    public async Task C_2_1_and_3_1_and_4_1_and_5_every_level_is_json_in_json_out_at_its_default_path(string endpoint)
    {
        var answer = await server.World.AskAsync(endpoint, Good(endpoint), ("X-Request-ID", "request-1"));

        answer.Ok();
        answer.Header("X-Request-ID").ShouldBe("request-1");
    }

    private static Task<RosterServer> StartAsync(string publicUrl) =>
        RosterServer.StartAsync(new() { Settings = new Dictionary<string, string> { ["ROSTER_PUBLIC_URL"] = publicUrl } });

    private async Task<Dictionary<string, string>> DocumentAsync() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>((await server.Roster.Wire.SendAsync("GET", WellKnown)).Text)!;
}
