using System.Text.Json;
using Roster.Core.Keys;

namespace Roster.Tests.Cli;

public sealed class UserTests(CliServer server)
{
    [Fact]
    public async Task Users_are_listed_in_the_order_in_which_they_were_created()
    {
        using var world = await World.MakeAsync(server);

        (await world.RunAsync("users list")).Done().Out.ShouldBe(
            """
            ada	ada@example.com	Ada	Byron	true	false	Account Administrator
            grace	grace@example.com			true	false	Account Reviewer
            mary	mary@example.com			true	false	

            """);
    }

    [Fact]
    public async Task Only_active_ones_or_only_others_can_be_asked_for()
    {
        using var world = await World.MakeAsync(server);
        (await world.RunAsync("users change mary --active false")).Done();

        (await world.RunAsync("users list --active false --output csv")).Lines[1..].ShouldHaveSingleItem().ShouldStartWith("mary,");
        (await world.RunAsync("users list --active true")).Lines.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("ada@example.com")]
    [InlineData("ADA@Example.com")]
    public async Task A_user_is_found_by_id_or_user_name(string who)
    {
        using var world = await World.MakeAsync(server);

        (await world.RunAsync($"users show {who} --output json")).Done().Json.GetProperty("id").GetString().ShouldBe("ada");
    }

    [Fact]
    public async Task Nobody_has_no_name() => (await Shell.At(server.Roster).RunAsync("users", "show", "")).Refused("No user is named");

    [Fact]
    public async Task A_user_name_that_looks_like_an_id_is_found_too()
    {
        using var world = await World.MakeAsync(server);
        (await world.RunAsync("users add bob --id user-7")).Done();

        (await world.RunAsync("users show bob --output json")).Done().Json.GetProperty("id").GetString().ShouldBe("user-7");
    }

    [Fact]
    public async Task A_user_is_added_with_what_is_said_and_a_role()
    {
        using var world = await World.MakeAsync(server);

        var ran = await world.Shell.RunAsync(
            "users", "add", "zoe@example.com", "--given-name", "Zoë", "--family-name", "van Dyck", "--display-name", "Zo", "--phone", "+44 1", "--picture", "https://example.com/z.png",
            "--external-id", "x-1", "--user-schema", "{}", "--id", "zoe", "--role", "Account Analyst", "--output", "json");

        var zoe = ran.Done().Json;
        Text(zoe, "id", "userName", "givenName", "familyName", "displayName", "phone", "picture", "externalId", "userSchema", "role")
            .ShouldBe(["zoe", "zoe@example.com", "Zoë", "van Dyck", "Zo", "+44 1", "https://example.com/z.png", "x-1", "{}", "Account Analyst"]);
        zoe.GetProperty("pending").GetBoolean().ShouldBeFalse();
        Shown(await world.RunAsync("users show zoe --output json")).ShouldBe(zoe.GetRawText());
    }

    [Fact]
    public async Task A_user_whose_role_is_refused_is_not_added()
    {
        using var world = await World.MakeAsync(server);

        (await world.Shell.RunAsync("users", "add", "zoe@example.com", "--id", "zoe", "--role", "Queen")).Refused("role-not-assignable", "roster roles list");

        (await world.RunAsync("users show zoe")).Refused("There is no user 'zoe'.");
    }

    [Fact]
    public async Task A_change_leaves_what_it_does_not_say_and_an_empty_value_takes_one_away()
    {
        using var world = await World.MakeAsync(server);

        var ran = await world.Shell.RunAsync("users", "change", "ada@example.com", "--family-name", "", "--phone", "7", "--user-name", "ada@other.example.com", "--output", "json");

        Text(ran.Done().Json, "userName", "givenName", "familyName", "phone").ShouldBe(["ada@other.example.com", "Ada", null, "7"]);
    }

    [Fact]
    public async Task A_change_of_nothing_is_a_mistake()
    {
        using var world = await World.MakeAsync(server);

        (await world.RunAsync("users change ada")).Refused("Nothing is to be changed.", "roster users change --help");
    }

    [Fact]
    public async Task A_removal_wants_to_be_confirmed()
    {
        using var world = await World.MakeAsync(server);

        (await world.RunAsync("users remove mary")).Refused("Nobody is here to be asked.", "--yes");
        (await world.RunAsync("users show mary")).Done();

        (await world.RunAsync("users remove mary --yes")).Done().Errors.ShouldContain("Removed mary@example.com.");
        (await world.RunAsync("users show mary")).Refused("There is no user 'mary'.", "roster users list");
    }

    [Theory]
    [InlineData("yes", 0)]
    [InlineData("y", 1)]
    [InlineData("", 1)]
    public async Task On_a_terminal_only_yes_counts(string typed, int code)
    {
        using var world = await World.MakeAsync(server);
        using var terminal = world.Shell.StartOnTerminal("users", "remove", "mary");
        await terminal.AnswerAsync("Only 'yes' is accepted: ", typed + "\r");

        var ran = await terminal.EndAsync();

        ran.Code.ShouldBe(code, ran.Out);
        (await world.RunAsync("users list")).Lines.Length.ShouldBe(code == 0 ? 2 : 3);
    }

    [Fact]
    public async Task An_invitation_shows_its_link_once_and_says_so()
    {
        using var world = await World.MakeAsync(server);
        (await world.RunAsync("users add zoe@example.com --invite")).Done().Errors.ShouldContain("roster users invite user-");

        var ran = await world.RunAsync("users invite zoe@example.com --output json");

        ran.Done().Errors.ShouldContain("It is not shown again");
        ran.Json.GetProperty("link").GetString().ShouldEndWith(ran.Json.GetProperty("token").GetString()!);
        (await world.RunAsync("users invite zoe@example.com --revoke")).Done().Errors.ShouldContain("void");
        (await world.RunAsync("users invite zoe@example.com --revoke")).Refused();
    }

    [Theory]
    [InlineData("users add ada@example.com", "user-name-taken", "roster users show")]
    [InlineData("users add zoe@example.com --id ada", "id-taken")]
    [InlineData("users show nobody@example.com", "There is no user 'nobody@example.com'")]
    [InlineData("users remove ada --yes", "last-owner", "Account Administrator")]
    [InlineData("users change ada --active maybe", "maybe", "roster users change --help")]
    [InlineData("users", "Required command", "roster users --help")]
    [InlineData("users lst", "'lst'", "roster users --help")]
    public async Task What_is_refused_says_why_and_what_to_do(string line, params string[] words)
    {
        using var world = await World.MakeAsync(server);

        (await world.RunAsync(line)).Refused(words);
    }

    [Fact]
    public async Task A_key_that_only_reads_is_told_so()
    {
        using var world = await World.MakeAsync(server);
        using var reader = await world.WithKeyAsync(Grants.Read);

        (await reader.RunAsync("users", "list")).Done();
        (await reader.RunAsync("users", "add", "zoe@example.com")).Refused("not-permitted", "roster whoami");
        (await reader.RunAsync("whoami", "--output", "json")).Done().Json.GetProperty("grants")[0].GetString().ShouldBe("read");
    }

    private static string Shown(Ran ran) => ran.Done().Json.GetRawText();

    private static string?[] Text(JsonElement user, params string[] members) => [.. members.Select(member => user.GetProperty(member).GetString())];
}
