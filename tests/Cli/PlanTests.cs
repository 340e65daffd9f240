using Roster.Core.Keys;

namespace Roster.Tests.Cli;

public sealed class PlanTests(CliServer server)
{
    [Fact]
    public async Task An_export_that_is_planned_differs_in_nothing()
    {
        using var world = await World.MakeAsync(server);
        (await world.RunAsync("export -o team.yaml")).Done();
        (await world.RunAsync("export -o team.json --output json")).Done();

        var (yaml, json) = (await world.RunAsync("plan -f team.yaml"), await world.RunAsync("plan -f team.json"));

        yaml.Done().Out.ShouldContain("No difference.");
        json.Done().Out.ShouldContain("No difference.");
        (await world.RunAsync("export")).Out.ShouldBe(world.Shell.Read("team.yaml"));
    }

    [Fact]
    public async Task What_was_edited_is_planned_applied_and_exported_as_edited()
    {
        using var world = await World.MakeAsync(server);
        (await world.RunAsync("export -o team.yaml")).Done();
        var edited = world.Shell.Read("team.yaml")
            .Replace("familyName: Byron", "familyName: King", StringComparison.Ordinal)
            .Replace("role: Account Reviewer", "role: Account Analyst", StringComparison.Ordinal)
            .Replace("- {id: org-lab, name: Lab}", "- {id: org-field, name: Field}\n- {id: org-lab, name: Laboratory}", StringComparison.Ordinal);
        edited = string.Join('\n', edited.Split('\n').Where(line => !line.Contains("mary@example.com, in: organization", StringComparison.Ordinal)));
        world.Shell.Write("edited.yaml", edited);

        var plan = await world.RunAsync("plan -f edited.yaml");

        plan.Code.ShouldBe(2, plan.Errors);
        plan.Out.ShouldBe(
            """
            + organization org-field  name: Field
            ~ organization org-lab  name: Lab → Laboratory
            ~ user ada@example.com  familyName: Byron → King
            - member mary@example.com in organization/org-lab  role: Organization Viewer
            ~ member grace@example.com in account  role: Account Reviewer → Account Analyst
            1 to create, 3 to change, 1 to remove.
            This ends 1 membership.
            This touches 100 % of members.

            """);

        var applied = (await world.RunAsync("apply -f edited.yaml --yes")).Done();
        applied.Errors.ShouldStartWith(plan.Out);
        applied.Lines.ShouldBe(
        [
            "created\torganization\torg-field\t\t",
            "changed\torganization\torg-lab\t\t",
            "changed\tuser\tada\tada@example.com\t",
            "removed\tmembership\t\tmary@example.com\torganization/org-lab",
            "changed\tmembership\t\tgrace@example.com\taccount",
        ]);
        (await world.RunAsync("export")).Out.ShouldBe(edited);

        var revision = await world.Account.RevisionAsync();
        (await world.RunAsync("apply -f edited.yaml --yes")).Done().Errors.ShouldContain("No difference.");
        (await world.Account.RevisionAsync()).ShouldBe(revision);
    }

    [Fact]
    public async Task A_plan_is_told_to_programs_too()
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write("add.yaml", "roster: 1\nmanages: {}\nusers:\n- userName: zoe@example.com\n");

        var json = await world.RunAsync("plan -f add.yaml --output json");
        var csv = await world.RunAsync("plan -f add.yaml --output csv");
        var applied = (await world.RunAsync("apply -f add.yaml --yes --output json")).Done();

        json.Code.ShouldBe(2);
        json.Json.GetProperty("reach").GetProperty("creates").GetInt32().ShouldBe(1);
        json.Json.GetProperty("changes")[0].GetProperty("user").GetString().ShouldBe("zoe@example.com");
        csv.Lines.Length.ShouldBe(2);
        applied.Json.GetProperty("applied").GetInt32().ShouldBe(1);
        applied.Json.GetProperty("revision").GetInt64().ShouldBe(await world.Account.RevisionAsync());
    }

    [Fact]
    public async Task A_document_can_come_from_standard_input()
    {
        using var world = await World.MakeAsync(server);

        var ran = await world.Shell.RunWithInputAsync("""{"roster":1,"manages":{},"groups":[{"id":"nine","name":"Nine"}]}""", "apply", "-f", "-", "--yes");

        ran.Done().Lines.ShouldBe(["created\tgroup\tnine\t\t"]);
    }

    [Theory]
    [InlineData("yes", 0, "created")]
    [InlineData("y", 1, "Nothing was done.")]
    public async Task On_a_terminal_the_plan_is_shown_and_only_yes_applies_it(string typed, int code, string said)
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write("add.yaml", "roster: 1\nmanages: {}\nusers:\n- userName: zoe@example.com\n");
        using var terminal = world.Shell.StartOnTerminal("apply", "-f", "add.yaml");
        await terminal.AnswerAsync("Only 'yes' is accepted: ", typed + "\r");

        var ran = await terminal.EndAsync();

        ran.Code.ShouldBe(code, ran.Out);
        ran.Out.ShouldContain("\e[32m+ user zoe@example.com\e[0m");
        ran.Out.ShouldContain(said);
        (await world.RunAsync("users list")).Out.Contains("zoe@", StringComparison.Ordinal).ShouldBe(code == 0);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_nothing_is_applied_without_yes()
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write("add.yaml", "roster: 1\nmanages: {}\nusers:\n- userName: zoe@example.com\n");

        (await world.RunAsync("apply -f add.yaml")).Refused("+ user zoe@example.com", "Nobody is here to be asked.", "--yes");

        (await world.RunAsync("plan -f add.yaml")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task More_removals_than_allowed_must_be_allowed()
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write("small.yaml", "roster: 1\nmanages: {groups: [\"*\"], connectors: [\"*\"]}\n");

        (await world.RunAsync("plan -f small.yaml --max-removals 1")).Out.ShouldEndWith("\nNo more than 1 may be removed. To apply it, say: --max-removals 3\n");
        (await world.RunAsync("apply -f small.yaml --yes --max-removals 1")).Refused("reach-exceeded", "--max-removals");
        (await world.RunAsync("apply -f small.yaml --yes --max-removals 10")).Done();

        (await world.RunAsync("groups list")).Done().Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_comes_second_is_told_what_moved()
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write("one.yaml", "roster: 1\nmanages: {}\nusers:\n- {userName: ada@example.com, familyName: King}\n");
        world.Shell.Write("two.yaml", "roster: 1\nmanages: {}\nusers:\n- {userName: ada@example.com, familyName: Lovelace}\n");
        using var terminal = world.Shell.StartOnTerminal("apply", "-f", "two.yaml");
        await terminal.WaitForAsync("Only 'yes' is accepted: ");
        (await world.RunAsync("apply -f one.yaml --yes")).Done();
        await terminal.AnswerAsync("Only 'yes' is accepted: ", "yes\r");

        var second = await terminal.EndAsync();

        second.Code.ShouldBe(1, second.Out);
        second.Out.ShouldContain("plan-moved");
        second.Out.ShouldContain("user ada");
        second.Out.ShouldContain("roster plan -f");
        (await world.RunAsync("users show ada --output json")).Json.GetProperty("familyName").GetString().ShouldBe("King");
    }

    [Fact]
    public async Task A_document_without_the_last_owner_is_refused_when_it_is_planned()
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write("empty.yaml", "roster: 1\n");

        (await world.RunAsync("plan -f empty.yaml")).Refused("last-owner");
    }

    [Fact]
    public async Task All_problems_of_a_document_are_told_at_once_with_their_places()
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write(
            "bad.yaml",
            "roster: 1\nmanages: {}\nusers:\n- userName: zoe@example.com\n  active: maybe\n  shoe: 38\nmemberships:\n- {user: nobody@example.com, in: account, role: Queen}\n");

        (await world.RunAsync("plan -f bad.yaml")).Refused("bad.yaml", "users[0].active: ", "users[0].shoe: ");
        (await world.RunAsync("apply -f bad.yaml --yes")).Refused("users[0].active: ");
    }

    [Theory]
    [InlineData("plan", "--file")]
    [InlineData("plan -f nowhere.yaml", "There is no file 'nowhere.yaml'", "roster export")]
    [InlineData("plan -f broken.yaml", "error: ")]
    [InlineData("export --output table", "YAML or JSON")]
    public async Task What_cannot_be_planned_says_why(string line, params string[] words)
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write("broken.yaml", "roster: [1\n");

        (await world.RunAsync(line)).Refused(words);
    }

    [Fact]
    public async Task A_key_that_only_reads_exports_and_does_not_plan()
    {
        using var world = await World.MakeAsync(server);
        using var reader = await world.WithKeyAsync(Grants.Read);

        (await reader.RunAsync("export", "-o", "team.yaml")).Done();
        (await reader.RunAsync("plan", "-f", "team.yaml")).Refused("not-permitted");
    }

    [Fact]
    public async Task What_a_hosted_account_has_is_brought_here_with_its_ids()
    {
        using var world = await World.MakeAsync(server);
        using var target = Shell.At(server.Roster, (await server.Roster.OpenAccountAsync()).Key.ToString());
        var url = $"http://127.0.0.1:{server.Roster.Port}";
        target.Write("key", $"{world.Account.Key}\n");

        (await target.RunWithInputAsync($"{world.Account.Key.ToString().Split(':')[0].Replace('.', ':')}\n", "copy", "--from", "fivetran", "--url", url, "--key", "-", "-o", "copy.yaml")).Done();
        (await target.RunAsync("apply", "-f", "copy.yaml", "--yes")).Done();

        (await target.RunAsync("users", "list")).Out.ShouldBe((await world.RunAsync("users list")).Out);
        (await target.RunAsync("members", "list", "--in", "group/warehouse")).Out.ShouldBe((await world.RunAsync("members list --in group/warehouse")).Out);
        (await target.RunAsync("connectors", "list")).Out.Split('\t')[..4].ShouldBe((await world.RunAsync("connectors list")).Out.Split('\t')[..4]);
        (await target.RunAsync("plan", "-f", "copy.yaml")).Done().Out.ShouldContain("No difference.");
    }
}
