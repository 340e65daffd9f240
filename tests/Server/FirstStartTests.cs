using System.Diagnostics;
using System.Net.Sockets;
using System.Net;

namespace Roster.Tests.Server;

public sealed class FirstStartTests : IDisposable
{
    // The greeting ends with it.
    private const string LastLine = "/api/account";

    private readonly TempFolder _folder = new();

    private Dictionary<string, string> Settings => new() { ["ROSTER_STORE"] = "sqlite:" + _folder.File("data/roster.db") };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_line_that_it_prints_works_when_pasted()
    {
        await using var server = await RosterProcess.StartAsync(Settings);
        await server.WrittenAsync(LastLine);
        var lines = server.Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("curl ", StringComparison.Ordinal)).ToList();

        lines.Count.ShouldBe(3);
        foreach (var line in lines)
        {
            var answer = await ShellAsync(line.Replace("curl ", "curl -s -w '%{http_code}' ", StringComparison.Ordinal));
            answer.ShouldEndWith("200", customMessage: line);
        }
    }

    [Fact]
    public async Task The_key_is_printed_once_and_never_again()
    {
        string key;
        await using (var server = await RosterProcess.StartAsync(Settings))
        {
            key = await KeyOfAsync(server);
            server.SendTerminate();
            (await server.ExitAsync()).ShouldBe(0);
        }

        await using var again = await RosterProcess.StartAsync(Settings);

        again.Output.ShouldNotContain(key[..10]);
        (await GetAsync(again, key)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_bootstrap_key_opens_its_account_and_is_never_printed()
    {
        var settings = Settings;
        settings["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey;
        await using var server = await RosterProcess.StartAsync(settings);

        (await GetAsync(server, RosterServer.BootstrapKey)).Status.ShouldBe(200);
        (server.Output + server.Errors).ShouldNotContain(RosterServer.BootstrapKey.Split('.')[1][..53]);
    }

    [Fact]
    public async Task Later_starts_ignore_the_bootstrap_key()
    {
        await using (await RosterProcess.StartAsync(Settings))
        {
        }

        var settings = Settings;
        settings["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey;
        await using var server = await RosterProcess.StartAsync(settings);

        (await GetAsync(server, RosterServer.BootstrapKey)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task The_key_is_shown_even_when_the_port_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var (code, output, errors) = await RosterProcess.RunAsync(Settings, "--urls", $"http://{taken.LocalEndpoint}");

        code.ShouldBe(1);
        errors.ShouldContain("address already in use");
        await using var server = await RosterProcess.StartAsync(Settings);
        (await GetAsync(server, KeyIn(output))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_second_process_on_the_same_store_says_so_and_ends_with_code_3()
    {
        await using var server = await RosterProcess.StartAsync(Settings);

        var (code, output, errors) = await RosterProcess.RunAsync(Settings, "--urls", "http://127.0.0.1:0");

        code.ShouldBe(3);
        output.Trim().ShouldBeEmpty();
        errors.ShouldContain("in use");
        (await server.Wire.SendAsync("GET", "/readyz")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_demo_fills_an_empty_store_and_no_other()
    {
        string key;
        await using (var server = await RosterProcess.StartAsync(Settings, ["--demo"]))
        {
            key = await KeyOfAsync(server);
            var before = (await GetAsync(server, key)).Json.GetProperty("items").GetArrayLength();
            before.ShouldBe(5);
        }

        await using var again = await RosterProcess.StartAsync(Settings, ["--demo"]);

        again.Output.ShouldContain("not empty");
        (await GetAsync(again, key)).Json.GetProperty("items").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task A_backup_beside_the_running_server_can_be_started_on()
    {
        string key;
        await using (var server = await RosterProcess.StartAsync(Settings, ["--demo"]))
        {
            key = await KeyOfAsync(server);
            var (code, _, errors) = await RosterProcess.RunAsync(Settings, "backup", _folder.File("copy.db"));
            code.ShouldBe(0, errors);
            (await RosterProcess.RunAsync(Settings, "backup", _folder.File("copy.db"))).ExitCode.ShouldBe(3);
        }

        await using var restored = await RosterProcess.StartAsync(
            new Dictionary<string, string> { ["ROSTER_STORE"] = "sqlite:" + _folder.File("copy.db") });
        (await GetAsync(restored, key)).Json.GetProperty("items").GetArrayLength().ShouldBe(5);
    }

    private static async Task<string> KeyOfAsync(RosterProcess server)
    {
        await server.WrittenAsync(LastLine);
        return KeyIn(server.Output);
    }

    /// <summary>The line that is nothing but a key.</summary>
    private static string KeyIn(string output) =>
        output.Split('\n').Select(line => line.Trim()).Single(line => line.Contains(":org-", StringComparison.Ordinal) && !line.Contains(' ', StringComparison.Ordinal));

    private static Task<Answer> GetAsync(RosterProcess server, string key) =>
        server.Wire.SendAsync("GET", "/api/users", null, ("Authorization", "Bearer " + key));

    private static async Task<string> ShellAsync(string line)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", line]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return output;
    }
}
