namespace Roster.Tests.Cli;

public sealed class KeyTests(CliServer server)
{
    [Fact]
    public async Task A_key_is_shown_once_to_be_caught_in_a_variable_and_works()
    {
        using var world = await World.MakeAsync(server);

        var ran = await world.RunAsync("keys add ci --grant read --grant provision --level viewer --owner ada@example.com --expires 2100-01-01");

        ran.Done().Errors.ShouldContain("It is not shown again");
        var key = ran.Lines.ShouldHaveSingleItem();
        using var other = Shell.At(server.Roster, key);
        (await other.RunAsync("users", "list")).Done();
        var shown = (await world.RunAsync($"keys show {key[..10]} --output json")).Done();
        shown.Out.ShouldNotContain(key.Split('.')[1][..20]);
        shown.Json.GetProperty("ownerId").GetString().ShouldBe("ada");
        shown.Json.GetProperty("expiresAt").GetString().ShouldBe("2100-01-01T00:00:00.000000Z");
        (await world.RunAsync("keys list")).Out.ShouldContain($"{key[..10]}\tci\tread provision\tviewer\tada");
    }

    [Fact]
    public async Task A_key_is_rotated_and_ended()
    {
        using var world = await World.MakeAsync(server);
        var old = (await world.RunAsync("keys add ci --grant read")).Lines[0];

        var fresh = (await world.RunAsync($"keys rotate {old[..10]} --overlap 1h --output json")).Done().Json.GetProperty("key").GetString()!;
        using var other = Shell.At(server.Roster, fresh);
        (await other.RunAsync("users", "list")).Done();

        (await world.RunAsync($"keys remove {fresh[..10]}")).Refused("--yes");
        (await world.RunAsync($"keys remove {fresh[..10]} --yes")).Done();
        (await other.RunAsync("users", "list")).Refused("key-not-valid", "roster login");
    }

    [Theory]
    [InlineData("keys add ci", "--grant")]
    [InlineData("keys add ci --grant everything", "must be read, provision, admin or check")]
    [InlineData("keys show Nobody1234", "unknown-key")]
    [InlineData("keys rotate Nobody1234 --overlap long", "'long' is no length of time")]
    public async Task What_is_refused_says_why(string line, params string[] words)
    {
        using var world = await World.MakeAsync(server);

        (await world.RunAsync(line)).Refused(words);
    }

    [Fact]
    public async Task The_log_is_shown_from_any_revision()
    {
        using var world = await World.MakeAsync(server);
        var revision = await world.Account.RevisionAsync();
        (await world.RunAsync("orgs add Nine --id org-9")).Done();

        var lines = (await world.RunAsync($"changes --after {revision}")).Done().Lines;

        lines.ShouldHaveSingleItem().Split('\t')[2].ShouldBe("ScopeCreated");
        (await world.RunAsync("changes --output json")).Done().Json.GetArrayLength().ShouldBe((int)revision + 1);
    }

    [Fact]
    public async Task The_log_is_followed_as_it_grows_until_who_reads_goes_away()
    {
        using var world = await World.MakeAsync(server);
        var revision = await world.Account.RevisionAsync();
        using var following = world.Shell.StartRoster("changes", "--follow", "--after", (revision - 1).ToString(), "--output", "json");

        var first = await following.StandardOutput.ReadLineAsync();
        (await world.RunAsync("orgs add Nine --id org-9")).Done();
        var second = await following.StandardOutput.ReadLineAsync();

        System.Text.Json.JsonElement.Parse(first!).GetProperty("revision").GetInt64().ShouldBe(revision);
        System.Text.Json.JsonElement.Parse(second!).GetProperty("kind").GetString().ShouldBe("ScopeCreated");
        following.StandardOutput.Close();
        (await world.RunAsync("orgs add Ten --id org-10")).Done();
        await following.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        following.ExitCode.ShouldBe(141);
        (await following.StandardError.ReadToEndAsync()).ShouldBeEmpty();
    }
}
