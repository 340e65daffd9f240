namespace Roster.Tests.Server;

public sealed class ProcessTests
{
    [Fact]
    public async Task It_starts_serves_and_stops_when_told()
    {
        using var folder = new TempFolder();
        await using var server = await RosterProcess.StartAsync(
            new Dictionary<string, string> { ["ROSTER_STORE"] = "sqlite:" + folder.File("roster.db") });

        (await server.Wire.SendAsync("GET", "/readyz")).Status.ShouldBe(200);
        server.SendTerminate();

        (await server.ExitAsync()).ShouldBe(0);
    }
}
