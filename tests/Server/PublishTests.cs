using System.Diagnostics;

namespace Roster.Tests.Server;

[Collection(Building.Name)]
public sealed class PublishTests
{
    [Fact]
    public async Task A_published_folder_starts_and_serves()
    {
        using var folder = new TempFolder();
        await PublishAsync(folder.File("publish"));

        await using var server = await RosterProcess.StartAsync(
            new Dictionary<string, string>
            {
                ["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey, ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            },
            folder.Path,
            Path.Combine(folder.File("publish"), "roster-server"));

        (await server.Wire.SendAsync("GET", "/api/account", null, ("Authorization", "Bearer " + RosterServer.BootstrapKey))).Status.ShouldBe(200);
        (await server.Wire.SendAsync("GET", "/docs/index.html")).Status.ShouldBe(200);
        File.Exists(folder.File("data/roster.db")).ShouldBeTrue();
    }

    private static async Task PublishAsync(string target)
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", "src/Server", "-c", "Release", "-o", target, "-v", "quiet"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        publish.ExitCode.ShouldBe(0, output);
    }
}
