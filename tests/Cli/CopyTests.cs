using System.Text.Json;

namespace Roster.Tests.Cli;

/// <summary>A Roster server plays the hosted services.</summary>
public sealed class CopyTests(CliServer server) : IDisposable
{
    private readonly Shell _shell = new();

    private string Url => $"http://127.0.0.1:{server.Roster.Port}";

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task A_fivetran_account_becomes_a_document_with_the_same_ids()
    {
        using var world = await World.MakeAsync(server);
        await world.Account.GiveRoleAsync(new("mary"), Core.Scopes.ScopeId.Connector("orders"), "Edit Connection");
        _shell.Set("FIVETRAN_APIKEY", world.Account.Key.Id.ToString()).Set("FIVETRAN_APISECRET", SecretOf(world));

        var document = (await _shell.RunAsync("copy", "--from", "fivetran", "--url", Url, "--output", "json")).Done().Json;

        Rows(document, "users", "id", "userName", "givenName").ShouldBe(["ada ada@example.com Ada", "grace grace@example.com ", "mary mary@example.com "]);
        Rows(document, "groups", "id", "name").ShouldBe(["staging Staging", "warehouse Warehouse"]);
        Rows(document, "connectors", "id", "group", "service", "name").ShouldBe(["orders warehouse postgres orders_db"]);
        Rows(document, "memberships", "user", "in", "role").ShouldBe(
        [
            "ada@example.com account Account Administrator",
            "grace@example.com account Account Reviewer",
            "mary@example.com connector/orders Edit Connection",
            "grace@example.com group/warehouse Edit Destination",
        ]);
        document.GetProperty("manages").EnumerateObject().ShouldBeEmpty();
        // What is empty there is nothing here.
        document.GetProperty("users")[1].TryGetProperty("givenName", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_whylabs_account_becomes_a_document_with_standard_roles()
    {
        using var world = await World.MakeAsync(server);

        var document = (await _shell.RunWithInputAsync($"{world.Account.Key}\n", "copy", "--from", "whylabs", "--url", Url, "--key", "-", "--output", "json")).Done().Json;

        Rows(document, "users", "id", "userName").ShouldBe(["ada ada@example.com", "grace grace@example.com", "mary mary@example.com"]);
        Rows(document, "organizations", "id", "name").ShouldBe(["org-lab Lab"]);
        Rows(document, "memberships", "user", "in", "role").ShouldBe(
        [
            "ada@example.com account Account Administrator",
            "grace@example.com account Account Reviewer",
            "mary@example.com organization/org-lab Organization Viewer",
        ]);
    }

    [Fact]
    public async Task The_document_goes_to_a_file_as_yaml()
    {
        using var world = await World.MakeAsync(server);

        (await _shell.RunAsync("copy", "--from", "whylabs", "--url", Url, "--key", world.Account.Key.ToString(), "-o", "copy.yaml")).Done()
            .Errors.ShouldContain("3 users and 3 memberships.");

        _shell.Read("copy.yaml").ShouldStartWith("roster: 1\nmanages: {}\nusers:\n- userName: ada@example.com\n  id: ada\n");
    }

    [Theory]
    [InlineData("copy --from okta", "'fivetran'")]
    [InlineData("copy --from fivetran", "FIVETRAN_APIKEY is missing")]
    [InlineData("copy --from fivetran --key secret", "KEY:SECRET")]
    [InlineData("copy --from whylabs", "WHYLABS_API_KEY is missing")]
    [InlineData("copy --from whylabs --key a.b", "does not name its organization")]
    [InlineData("copy --from whylabs --key a.b:org-x --output csv", "YAML or JSON")]
    [InlineData("copy --from whylabs --key a.b:org-x --url http://127.0.0.1:1", "Is the server running")]
    public async Task What_cannot_be_copied_says_why(string line, string why) => (await _shell.RunAsync(line.Split(' '))).Refused(why);

    [Fact]
    public async Task A_key_that_the_service_refuses_is_said()
    {
        (await _shell.RunAsync("copy", "--from", "fivetran", "--url", Url, "--key", "Nobody1234:secret")).Refused("AuthFailed");
        (await _shell.RunAsync("copy", "--from", "whylabs", "--url", Url, "--key", "Nobody1234.secret:org-test")).Refused("error: ");
    }

    private static string SecretOf(World world) => world.Account.Key.ToString().Split('.', ':')[1];

    private static IEnumerable<string> Rows(JsonElement document, string list, params string[] members) => document.GetProperty(list).EnumerateArray()
        .Select(row => string.Join(' ', members.Select(member => row.TryGetProperty(member, out var value) ? value.GetString() : "")));
}
