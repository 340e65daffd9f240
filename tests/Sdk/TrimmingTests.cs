using System.Diagnostics;

namespace Roster.Tests.Sdk;

/// <summary>The SDK loses nothing that it needs when a program is published trimmed, and warns of nothing.</summary>
public sealed class TrimmingTests(SdkServer server)
{
    [Fact]
    public async Task A_trimmed_program_speaks_through_all_three_clients()
    {
        using var folder = new TempFolder();
        var (published, output) = await RunAsync(
            "dotnet", "publish", "tests/TrimmedProgram", "-c", "Release", "-v", "quiet", "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false", "--artifacts-path", folder.File("build"), "-o", folder.File("publish"));
        published.ShouldBe(0, output);
        output.ShouldNotContain("warning");
        File.Exists(folder.File("publish/System.Private.Xml.dll")).ShouldBeFalse("nothing was trimmed");
        var account = await server.Server.OpenAccountAsync();
        await account.RegisterUserAsync("ada@example.com", "Account Administrator", "ada");

        var (exit, said) = await RunAsync(folder.File("publish/roster-trimmed"), server.Address.AbsoluteUri, account.Key.ToString());

        said.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            "native: grace@example.com - 1 group/warehouse viewer read",
            "log: 9 rows",
            "fivetran: Account Reviewer events ACCOUNT 1",
            "whylabs: nobody 2",
            "refused: NotFound unknown-user",
        ]);
        exit.ShouldBe(0);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
