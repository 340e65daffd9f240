namespace Roster.Tests.Server;

[Collection(Building.Name)]
public sealed class ReadmeTests
{
    /// <summary>Starts what the first lines of the README say, and asks each door.</summary>
    [Fact]
    public async Task The_readmes_command_serves_every_door()
    {
        var command = Repository.Lines("README.md").First(line => line.StartsWith("    dotnet run", StringComparison.Ordinal)).Trim();
        using var folder = new TempFolder();
        await using var server = await RosterProcess.StartAsync(
            new Dictionary<string, string>
            {
                ["ROSTER_STORE"] = "sqlite:" + folder.File("roster.db"),
                ["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            },
            Repository.Root,
            command.Split(' '));

        var key = ("Authorization", "Bearer " + RosterServer.BootstrapKey);
        (await server.Wire.SendAsync("GET", "/api/account", null, key)).Status.ShouldBe(200);
        server.Output.ShouldContain($"Content root path: {Repository.Root}");
    }
}
