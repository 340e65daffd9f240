namespace Roster.Tests.Cli;

public sealed class TeamTests(CliServer server)
{
    [Fact]
    public async Task A_team_is_added_filled_given_a_role_changed_and_removed()
    {
        using var world = await World.MakeAsync(server);
        var shell = world.Shell;

        (await shell.RunAsync("teams", "add", "Night crew", "--id", "night", "--description", "Late")).Done().Out.ShouldContain("description\tLate\n");
        (await shell.RunAsync("members", "add", "mary@example.com", "--in", "team/night", "--role", "Team Member")).Done().Out.ShouldContain("in\tteam/night\n");
        (await shell.RunAsync("members", "add", "team/night", "--in", "group/warehouse", "--role", "View Destination")).Done().Out.ShouldContain("teamId\tnight\n");
        (await shell.RunAsync("members", "add", "team/night", "--in", "group/warehouse", "--role", "View Destination"))
            .Refused("team/night is a member there already", "roster members change team/night --in group/warehouse");
        (await shell.RunAsync("members", "change", "team/night", "--in", "group/warehouse", "--role", "Edit Destination")).Done();

        (await world.RunAsync("members list --in team/night")).Done().Out.ShouldBe("mary@example.com\tmary\t\tteam/night\tTeam Member\t\n");
        (await world.RunAsync("members list --team night")).Done().Out.ShouldBe("\t\tnight\tgroup/warehouse\tEdit Destination\t\n");
        (await world.RunAsync("members show team/night --in group/warehouse")).Done().Out.ShouldContain("role\tEdit Destination\n");
        (await shell.RunAsync("teams", "change", "night", "--description", "", "--name", "Crew")).Done().Out.ShouldContain("description\t\n");
        (await world.RunAsync("teams list")).Done().Out.ShouldStartWith("night\tCrew\t\t");
        (await world.RunAsync("teams show night")).Done().Out.ShouldContain("name\tCrew\n");

        (await world.RunAsync("members remove team/night --in group/warehouse --yes")).Done().Errors.ShouldContain("team/night is no member of group/warehouse any more.");
        (await world.RunAsync("teams remove night")).Refused("--yes");
        (await world.RunAsync("teams remove night --yes")).Done().Errors.ShouldContain("Removed Crew.");
        (await world.RunAsync("teams show night")).Refused("unknown-team", "roster teams list");
    }

    [Fact]
    public async Task A_role_of_the_accounts_own_is_added_given_changed_and_removed()
    {
        using var world = await World.MakeAsync(server);
        var shell = world.Shell;

        (await world.RunAsync("roles add Auditor --kind account --kind group --level viewer --permission read --permission audit")).Done()
            .Out.ShouldContain("permissions\tread audit\n");
        (await world.RunAsync("members add mary --in account --role Auditor")).Done().Out.ShouldContain("level\tviewer\n");
        (await world.RunAsync("roles remove Auditor --yes")).Refused("role-held", "roster members list --role");
        (await world.RunAsync("roles change Auditor --level admin")).Refused("role-held");
        (await shell.RunAsync("roles", "change", "Auditor", "--description", "Reads the books", "--permission", "audit")).Done()
            .Out.ShouldContain("description\tReads the books\n");
        (await world.RunAsync("members remove mary --in account --yes")).Done();
        (await world.RunAsync("roles change Auditor --level member --kind organization")).Done().Out.ShouldContain("kinds\torganization\n");
        (await world.RunAsync("roles remove Auditor --yes")).Done().Errors.ShouldContain("Removed Auditor.");
    }

    [Theory]
    [InlineData("teams add Lab --id a/b", "id")]
    [InlineData("teams change none", "Nothing is to be changed")]
    [InlineData("teams change none --name x", "unknown-team")]
    [InlineData("roles add Auditor --kind account", "--level")]
    [InlineData("roles add Auditor --level viewer --kind crew", "kinds")]
    [InlineData("roles change Auditor", "Nothing is to be changed")]
    [InlineData("roles change Owner --description x", "standard-role")]
    [InlineData("roles show Queen", "unknown-role", "roster roles list")]
    public async Task What_is_refused_says_why(string line, params string[] words)
    {
        using var world = await World.MakeAsync(server);

        (await world.RunAsync(line)).Refused(words);
    }
}
