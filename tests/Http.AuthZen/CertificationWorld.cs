using System.Diagnostics;
using System.Text.Json;
using Roster.Core.Keys;

namespace Roster.Tests.Http.AuthZen;

/// <summary>Loads the world of authzen.md §9.5 through the public API, by the very commands that the documentation shows.</summary>
internal static class CertificationWorld
{
    private const string Document = "docs/authzen.md";
    private const string Heading = "## The certification's world";

    /// <returns>The key for the certification's client, at the door.</returns>
    public static async Task<Knocking> LoadAsync(TestAccount account)
    {
        var answers = await RunAsync(account);
        var key = JsonElement.Parse(answers[^1]).GetProperty("key").GetString()!;
        return Knocking.Native(account.Server, Credential.Parse(key)!);
    }

    private static async Task<string[]> RunAsync(TestAccount account)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", Script()]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["R"] = $"http://127.0.0.1:{account.Server.Port}";
        start.Environment["K"] = $"Authorization: Bearer {account.Key.Id}.{account.Key.Secret}";
        start.Environment["J"] = "Content-Type: application/json";
        using var bash = Process.Start(start)!;
        var errors = bash.StandardError.ReadToEndAsync();
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        bash.ExitCode.ShouldBe(0, await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Each answer on a line of its own; a refusal ends the script.</summary>
    private static string Script()
    {
        var commands = Repository.Lines(Document).SkipWhile(line => line != Heading).Where(line => line.StartsWith("    ", StringComparison.Ordinal));
        return "curl() { command curl -sS --fail-with-body \"$@\" && echo; }\n" + string.Join('\n', commands);
    }
}
