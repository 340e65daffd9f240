namespace Roster.Tests.Http;

public sealed class HealthTests
{
    [Fact]
    public async Task Both_answer_without_a_key_and_outside_every_door()
    {
        await using var server = await RosterServer.StartAsync();

        (await server.Wire.SendAsync("GET", "/healthz")).Text.ShouldBe("""{"status":"alive"}""");
        (await server.Wire.SendAsync("GET", "/readyz")).Text.ShouldBe("""{"status":"ready"}""");
        (await server.Wire.SendAsync("POST", "/readyz")).Status.ShouldBe(405);
        (await server.First.Fivetran.GetAsync("/v1/users")).Status.ShouldBe(200);
        (await server.First.WhyLabs.GetAsync("/v0/accounts/org/org-test/users")).Status.ShouldBe(200);
        (await server.First.Native.GetAsync("/api/account")).Status.ShouldBe(200);
    }
}
