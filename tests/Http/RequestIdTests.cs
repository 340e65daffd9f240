using Roster.Http;

namespace Roster.Tests.Http;

public sealed class RequestIdTests
{
    [Fact]
    public async Task The_clients_id_comes_back_as_it_was_on_every_answer()
    {
        await using var server = await RosterServer.StartAsync();
        string[] ids = ["a", "order 17: \"retry\"", "\u00e9\u00ff", "\u0080\u009f", new string('x', 4_000)];
        string[] paths = ["/v1/users", "/v1/nothing", "/v0/accounts/org/org-test/users", "/api/users", "/nothing"];
        foreach (var id in ids)
        {
            foreach (var path in paths)
            {
                (await server.Wire.SendAsync("GET", path, null, ("X-Request-Id", id))).Header("X-Request-Id").ShouldBe(id);
                (await server.First.Fivetran.GetAsync(path, ("X-Request-Id", id))).Header("X-Request-Id").ShouldBe(id);
            }
        }
    }

    [Fact]
    public void In_the_log_no_character_of_it_controls_anything() =>
        RequestIds.ForLog("\u009b31m" + new string('\u00e9', 200)).ShouldBe("?31m" + new string('\u00e9', 124));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a\tb")]
    public async Task Without_one_that_can_be_sent_back_the_server_makes_a_uuid(string? id)
    {
        await using var server = await RosterServer.StartAsync();
        (string, string)[] headers = id is null ? [] : [("X-Request-Id", id)];

        var first = (await server.First.Fivetran.GetAsync("/v1/users", headers)).Header("X-Request-Id")!;
        var second = (await server.First.Fivetran.GetAsync("/v1/users", headers)).Header("X-Request-Id")!;

        first.ShouldMatch("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
        second.ShouldNotBe(first);
    }
}
