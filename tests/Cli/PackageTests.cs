using System.Diagnostics;

namespace Roster.Tests.Cli;

/// <summary>The program as people get it.</summary>
public sealed class PackageTests(CliServer server)
{
    [Fact]
    public async Task The_package_installs_a_command_that_asks_a_server()
    {
        using var folder = new TempFolder();
        await RunAsync(Repository.Root, "dotnet", "pack", "src/Cli", "-c", "Release", "-o", folder.File("packages"), "-v", "quiet");
        // No other source is asked for a package of that name.
        await File.WriteAllTextAsync(
            folder.File("nuget.config"),
            $"""<configuration><packageSources><clear /><add key="built" value="{folder.File("packages")}" /></packageSources></configuration>""");
        await RunAsync(folder.Path, "dotnet", "tool", "install", "Roster.Cli", "--tool-path", folder.File("tool"), "--configfile", folder.File("nuget.config"));
        using var shell = Shell.At(server.Roster);

        var ran = await shell.BashAsync($"PATH={folder.File("tool")}:$PATH; roster whoami --output json");

        ran.Done().Json.GetProperty("account").GetString().ShouldBe("org-test");
        Directory.GetFiles(folder.File("packages")).Select(Path.GetFileName).ShouldContain(name => name!.StartsWith("Roster.Cli.any.", StringComparison.Ordinal));
    }

    private static async Task RunAsync(string folder, params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, output);
    }
}
