using System.Text;
using System.Text.Json;
using Roster.Tests.Http.Native;
using Roster.Tests.Sdk.Contract;
using Case = Roster.Tests.Http.Native.Contract.Case;
using NativeWorld = Roster.Tests.Http.Native.World;

namespace Roster.Tests.Cli.Contract;

/// <summary>The main cases of the native contract, typed: of each operation every success, and each way to be refused once.</summary>
public sealed class NativeCases(CliServer server, ITestOutputHelper output)
{
    public sealed record Row(string Test, Case It)
    {
        internal int Status => int.Parse(It.Answer[..3]);

        internal JsonElement Body => JsonElement.Parse(It.Answer[(It.Answer.LastIndexOf('\n') + 1)..]);

        internal string? Problem => Status < 400 ? null : Body.GetProperty("type").GetString()!.Replace("urn:roster:problem:", "", StringComparison.Ordinal);

        public override string ToString() => $"{Test}: {It}";
    }

    /// <summary>
    /// Where the native API takes any id, the command line looks for the user first, and says that there is none; and a team's seats are
    /// listed like all memberships, of which a team that is not there has none.
    /// </summary>
    private static readonly string[] LookedFor = ["MembershipTests.List: nobody's", "KeyTests.Mint: nobody's user's", "TeamTests.Seat_operations: of no team"];

    public static TheoryData<Row> Main => [.. Sayable().Where(row => row.Status < 300).Concat(Sayable().Where(row => row.Status >= 400).DistinctBy(row => (row.Test, row.Problem)))];

    [Theory, MemberData(nameof(Main), DisableDiscoveryEnumeration = true)]
    public async Task Holds(Row row)
    {
        var world = await NativeWorld.MakeAsync(server.Roster);
        await (row.It.Before?.Invoke(world) ?? Task.CompletedTask);
        var by = row.It.By is { } other ? await other(world) : world.Admin;
        var line = Line(row, world)!;
        using var shell = Shell.At(server.Roster, by.Value.Replace("Bearer ", "", StringComparison.Ordinal));

        var ran = await shell.RunAsync([.. line, "--output", "json"]);

        output.WriteLine($"{string.Join(' ', line)}\n{ran.Out}{ran.Errors}");
        if (row.Problem is { } problem)
        {
            // Who is looked for by name as well is not there in the command's own words.
            (problem == "unknown-user" ? ran.Refused("There is no user") : ran.Refused($"({problem})")).Out.ShouldBeEmpty();
        }
        else if (ran.Done().Out.Length > 0)
        {
            Differences(Expected(row, world), Masked(ran.Json)).ShouldBeEmpty(ran.Out);
        }
    }

    [Fact]
    public void Every_command_of_the_native_api_is_typed()
    {
        var typed = Sayable().Where(row => row.Status < 300).Select(row => string.Join(' ', Line(row, null)!.TakeWhile(word => !word.StartsWith('-')).Take(2))).Distinct().ToList();
        string[] others = ["login", "logout", "profiles", "whoami", "export", "plan", "apply", "import", "copy", "completion", "roles list"];

        output.WriteLine($"{Main.Count} of {All().Count()} cases are typed.");
        Commands.All().Select(path => string.Join(' ', path)).Except(typed.Select(line => line.StartsWith("changes", StringComparison.Ordinal) ? "changes" : line)).ShouldBe(others, ignoreOrder: true);
    }

    private static IEnumerable<Row> All() =>
        CaseList.Of(typeof(Http.Native.Contract.UserTests), typeof(Case)).Select(row => new Row(row.Test, (Case)row.Row[0]!)).Where(row => row.It.Answer.Length > 0);

    private static IEnumerable<Row> Sayable() => All().Where(row => Line(row, null) is not null && !LookedFor.Contains(row.ToString()));

    private static string[]? Line(Row row, NativeWorld? world) =>
        Said.Of(row.It.Request, row.It.Body, begins: row.Status != 200)?.Select(word => world?.Fill(word) ?? word).ToArray();

    /// <summary>What the native API answers, its list's items if it is one.</summary>
    private static JsonElement Expected(Row row, NativeWorld world)
    {
        var body = JsonElement.Parse(world.Fill(row.Body.GetRawText()).Replace(world.Account.Id.Value, "org-ID", StringComparison.Ordinal));
        return body.TryGetProperty("items", out var items) ? items : body;
    }

    private static JsonElement Masked(JsonElement actual) =>
        JsonElement.Parse(Shown.Of(new Answer(200, [], Encoding.UTF8.GetBytes(JsonSerializer.Serialize(actual))))["200\n".Length..]);

    /// <summary>Of what both have: a place is written in another way here, and user names are added.</summary>
    private static IEnumerable<string> Differences(JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind == JsonValueKind.Array)
        {
            return expected.GetArrayLength() == actual.GetArrayLength()
                ? expected.EnumerateArray().Zip(actual.EnumerateArray(), Differences).SelectMany(differences => differences)
                : [$"{actual.GetArrayLength()} items, not {expected.GetArrayLength()}"];
        }

        return expected.EnumerateObject()
            .Where(member => actual.TryGetProperty(member.Name, out var value) ? !JsonElement.DeepEquals(member.Value, value) : member.Name is not ("kind" or "scopeId"))
            .Select(member => $"{member.Name} is not {member.Value}");
    }
}
