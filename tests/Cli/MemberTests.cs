namespace Roster.Tests.Cli;

public sealed class MemberTests(CliServer server)
{
    [Fact]
    public async Task Memberships_are_listed_with_user_names_and_places_as_documents_write_them()
    {
        using var world = await World.MakeAsync(server);

        (await world.RunAsync("members list")).Done().Out.ShouldBe(
            """
            ada@example.com	ada		account	Account Administrator	
            grace@example.com	grace		account	Account Reviewer	
            grace@example.com	grace		group/warehouse	Edit Destination	
            mary@example.com	mary		organization/org-lab	Organization Viewer	

            """);
    }

    [Theory]
    [InlineData("members list --in account", "ada grace")]
    [InlineData("members list --in group/warehouse", "grace")]
    [InlineData("members list --user grace@example.com", "grace grace")]
    [InlineData("members list --user grace --in account", "grace")]
    [InlineData("members list --in connector/orders", "")]
    public async Task Lists_are_narrowed(string line, string users)
    {
        using var world = await World.MakeAsync(server);

        string.Join(' ', (await world.RunAsync(line)).Done().Lines.Select(row => row.Split('\t')[1])).ShouldBe(users);
    }

    [Fact]
    public async Task Many_members_are_named_by_the_whole_list()
    {
        using var world = await World.MakeAsync(server);
        for (var i = 0; i < 60; i++)
        {
            await world.Account.RegisterUserAsync($"u{i}@example.com", "Account Reviewer");
        }

        var lines = (await world.RunAsync("members list --in account")).Done().Lines;

        lines.Length.ShouldBe(62);
        lines.ShouldAllBe(line => line.Contains("@example.com\t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_membership_is_added_changed_and_removed()
    {
        using var world = await World.MakeAsync(server);
        var shell = world.Shell;
        const string In = "organization/org-lab";

        (await shell.RunAsync("members", "add", "grace@example.com", "--in", In, "--role", "Organization Member", "--expires", "2100-01-01")).Done()
            .Out.ShouldContain("expiresAt\t2100-01-01T00:00:00.000000Z\n");
        (await shell.RunAsync("members", "change", "grace", "--in", In, "--role", "Organization Admin")).Done().Out.ShouldContain("expiresAt\t2100-01-01");
        (await shell.RunAsync("members", "change", "grace", "--in", In, "--expires", "never")).Done().Out.ShouldContain("expiresAt\t\n");
        (await shell.RunAsync("members", "show", "grace", "--in", In)).Done().Out.ShouldContain("role\tOrganization Admin\n");

        (await shell.RunAsync("members", "remove", "grace", "--in", In)).Refused("--yes");
        (await shell.RunAsync("members", "remove", "grace", "--in", In, "--yes")).Done();
        (await shell.RunAsync("members", "show", "grace", "--in", In)).Refused("unknown-membership");
    }

    [Theory]
    [InlineData("members list --in nowhere", "no place", "roster members list --help")]
    [InlineData("members list --in crew/x", "no place")]
    [InlineData("members add grace --in team/none --role Owner", "unknown-team", "roster teams list")]
    [InlineData("members add team/none --in group/warehouse --role Owner", "unknown-team", "roster teams list")]
    [InlineData("members show ada --in organization/org-lab", "unknown-membership")]
    [InlineData("members change ada --in account", "Nothing is to be changed")]
    [InlineData("members change ada --in account --expires soon", "'soon' is no time", "2031-01-01")]
    [InlineData("members add ada --in account --role Owner", "ada@example.com is a member there already", "roster members change ada --in account")]
    [InlineData("members add mary --in account --role Queen", "role-not-assignable", "roster roles list")]
    [InlineData("members add mary --in organization/org-other --role Queen", "unknown-organization", "roster orgs list")]
    [InlineData("members add team/ --in account --role R", "'team/' is no team")]
    [InlineData("members remove ada --in account --yes", "last-owner")]
    public async Task What_is_refused_says_why_and_what_to_do(string line, params string[] words)
    {
        using var world = await World.MakeAsync(server);

        (await world.RunAsync(line)).Refused(words);
    }
}
