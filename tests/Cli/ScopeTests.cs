namespace Roster.Tests.Cli;

public sealed class ScopeTests(CliServer server)
{
    [Theory]
    [InlineData("orgs", "org-lab", "Lab", "org-9")]
    [InlineData("groups", "staging", "Staging", "nine")]
    public async Task Organizations_and_groups_are_listed_shown_added_renamed_and_removed(string kind, string there, string name, string id)
    {
        using var world = await World.MakeAsync(server);
        var shell = world.Shell;

        (await world.RunAsync($"{kind} list")).Done().Out.ShouldContain($"{there}\t{name}\t");
        (await world.RunAsync($"{kind} show {there} --output json")).Done().Json.GetProperty("name").GetString().ShouldBe(name);

        (await shell.RunAsync(kind, "add", "Nine lives", "--id", id)).Done();
        (await shell.RunAsync(kind, "change", id, "--name", "Ten")).Done().Out.ShouldContain("name\tTen\n");
        (await world.RunAsync($"{kind} remove {id}")).Refused("--yes");
        (await world.RunAsync($"{kind} remove {id} --yes")).Done().Errors.ShouldContain("Removed Ten.");
        (await world.RunAsync($"{kind} show {id}")).Refused($"unknown-{kind switch { "orgs" => "organization", _ => "group" }}", $"roster {kind} list");
    }

    [Fact]
    public async Task Connectors_belong_to_a_group()
    {
        using var world = await World.MakeAsync(server);

        (await world.RunAsync("connectors add billing --group staging --service mysql --id billing_db")).Done();

        (await world.RunAsync("connectors list --group staging --output csv")).Lines.Skip(1).ShouldHaveSingleItem().ShouldStartWith("billing_db,staging,mysql,billing,");
        (await world.RunAsync("connectors list")).Lines.Length.ShouldBe(2);
        (await world.RunAsync("connectors change billing_db --name bills")).Done().Out.ShouldContain("name\tbills\n");
        (await world.RunAsync("groups remove staging --yes")).Refused("scope-not-empty", "roster connectors list --group");
        (await world.RunAsync("connectors remove billing_db --yes")).Done();
        (await world.RunAsync("groups remove staging --yes")).Done();
        (await world.RunAsync("connectors show billing_db")).Refused("unknown-connector");
    }

    [Theory]
    [InlineData("orgs add Lab --id org-lab", "id-taken")]
    [InlineData("orgs add Lab --id lab", "id")]
    [InlineData("orgs change org-lab", "--name")]
    [InlineData("connectors add x --group nowhere --service s", "unknown-group", "roster groups list")]
    [InlineData("connectors add x --service s", "--group")]
    public async Task What_is_refused_says_why(string line, params string[] words)
    {
        using var world = await World.MakeAsync(server);

        (await world.RunAsync(line)).Refused(words);
    }

    [Fact]
    public async Task Roles_are_listed_by_where_they_can_be_given()
    {
        using var world = await World.MakeAsync(server);

        (await world.RunAsync("roles list --kind organization")).Lines.Select(line => line.Split('\t')[..3])
            .ShouldBe([["Organization Admin", "organization", "admin"], ["Organization Member", "organization", "member"], ["Organization Viewer", "organization", "viewer"]], ignoreOrder: true);
        (await world.Shell.RunAsync("roles", "show", "Owner", "--output", "json")).Done().Json.GetProperty("replacedBy").GetString().ShouldBe("Account Administrator");
        (await world.RunAsync("roles show Queen")).Refused("There is no role 'Queen'", "roster roles list");
    }
}
