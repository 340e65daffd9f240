using System.Text.Json;
using Roster.Tests.Sdk.Contract;
using FivetranWorld = Roster.Tests.Http.Fivetran.World;
using WhyLabsCase = Roster.Tests.Http.WhyLabs.Contract.Case;
using WhyLabsWorld = Roster.Tests.Http.WhyLabs.World;

namespace Roster.Tests.Cli.Contract;

/// <summary>
/// The main cases of both vendors' contracts, a success of each operation, seen through the one command that speaks at these doors: after
/// each, <c>roster copy</c> writes what the door's own lists say. The command line writes at the native door alone, and pages by itself, so
/// that what is refused is refused elsewhere, and so are operations on one thing.
/// </summary>
public sealed class VendorCases(CliServer server, ITestOutputHelper output)
{
    public sealed record Fivetran(string Test, string Request, string? Body)
    {
        public override string ToString() => $"{Test}: {Request}";
    }

    public sealed record WhyLabs(string Test, WhyLabsCase It)
    {
        public override string ToString() => $"{Test}: {It}";
    }

    public static TheoryData<Fivetran> FivetranMain =>
    [
        .. CaseList.Of(typeof(Http.Fivetran.Contract.UserTests), typeof(string), typeof(string), typeof(int), typeof(string))
            .Where(row => (int)row.Row[2]! < 300)
            .DistinctBy(row => row.Test)
            .Select(row => new Fivetran(row.Test, ((string)row.Row[0]!).Replace("{c}", "connections", StringComparison.Ordinal), (string?)row.Row[1])),
    ];

    public static TheoryData<WhyLabs> WhyLabsMain =>
    [
        .. CaseList.Of(typeof(Http.WhyLabs.Contract.AccountUserTests), typeof(WhyLabsCase))
            .Select(row => new WhyLabs(row.Test, (WhyLabsCase)row.Row[0]!))
            .Where(row => row.It is { Status: < 300, By: null })
            .DistinctBy(row => row.Test),
    ];

    [Theory, MemberData(nameof(FivetranMain), DisableDiscoveryEnumeration = true)]
    public async Task Fivetran_is_copied_as_its_lists_say(Fivetran row)
    {
        var world = await FivetranWorld.MakeAsync(server.Roster);
        var door = Knocking.Fivetran(server.Roster, world.Admin);
        (await door.SendAsync(row.Request.Split(' ')[0], row.Request.Split(' ')[1], row.Body)).Status.ShouldBeLessThan(300);

        var document = await CopyAsync("fivetran", $"{world.Admin.Id}:{world.Admin.Secret}");

        var users = await ItemsAsync(door, "/v1/users");
        Lines(document, "users", "id", "userName", "givenName", "phone").ShouldBe(Lines(users, "id", "email", "given_name", "phone"), ignoreOrder: true);
        var (groups, teams) = (await ItemsAsync(door, "/v1/groups"), await ItemsAsync(door, "/v1/teams"));
        Lines(document, "groups", "id", "name").ShouldBe(Lines(groups, "id", "name"), ignoreOrder: true);
        Lines(document, "teams", "id", "name", "description").ShouldBe(Lines(teams, "id", "name", "description"), ignoreOrder: true);
        Lines(document, "connectors", "id", "group", "service", "name").ShouldBe(
            Lines(await ItemsAsync(door, "/v1/connections"), "id", "group_id", "service", "schema"), ignoreOrder: true);
        var names = users.ToDictionary(user => Text(user, "id"), user => Text(user, "email"));
        var expected = users.Where(user => Text(user, "role") != "").Select(user => $"{Text(user, "email")} account {Text(user, "role")}")
            .Concat(teams.Where(team => Text(team, "role") != "").Select(team => $"{Text(team, "id")} account {Text(team, "role")}")).ToList();
        foreach (var user in users)
        {
            await AddAsync(expected, names[Text(user, "id")], $"/v1/users/{Text(user, "id")}");
        }

        foreach (var team in teams)
        {
            await AddAsync(expected, Text(team, "id"), $"/v1/teams/{Text(team, "id")}");
            expected.AddRange((await ItemsAsync(door, $"/v1/teams/{Text(team, "id")}/users"))
                .Select(seat => $"{names[Text(seat, "user_id")]} team/{Text(team, "id")} {Text(seat, "role")}"));
        }

        Memberships(document).ShouldBe(expected, ignoreOrder: true);

        async Task AddAsync(List<string> all, string member, string path)
        {
            foreach (var (segment, place) in new[] { ("groups", "group"), ("connections", "connector") })
            {
                all.AddRange((await ItemsAsync(door, $"{path}/{segment}")).Select(held => $"{member} {place}/{Text(held, "id")} {Text(held, "role")}"));
            }
        }
    }

    [Theory, MemberData(nameof(WhyLabsMain), DisableDiscoveryEnumeration = true)]
    public async Task WhyLabs_is_copied_as_its_lists_say(WhyLabs row)
    {
        var world = await WhyLabsWorld.MakeAsync(server.Roster);
        await (row.It.Before?.Invoke(world) ?? Task.CompletedTask);
        var (method, target) = (row.It.Request.Split(' ')[0], world.Fill(row.It.Request.Split(' ')[1]));
        (await world.Admin.SendAsync(method, target, row.It.Body is { } body ? world.Fill(body) : null)).Status.ShouldBeLessThan(300);

        var document = await CopyAsync("whylabs", world.Account.Key.ToString());

        var account = $"/v0/accounts/org/{world.Org}";
        var users = (await world.Admin.GetAsync(account + "/users")).Json.EnumerateArray().ToList();
        Lines(document, "users", "id", "userName", "externalId", "userSchema").ShouldBe(Lines(users, "userId", "email", "externalId", "userSchema"), ignoreOrder: true);
        Lines(document, "organizations", "id", "name").ShouldBe(
            Lines((await world.Admin.GetAsync(account + "/organizations")).Json.EnumerateArray(), "orgId", "name"), ignoreOrder: true);
        Memberships(document).ShouldBe(
            from members in (await world.Admin.GetAsync(account + "/memberships")).Json.GetProperty("memberships").EnumerateArray()
            from member in members.GetProperty("members").EnumerateArray()
            let own = Text(members, "orgId") == world.Org
            let role = own
                ? Text(members, "role") switch { "ADMIN" => "Account Administrator", "MEMBER" => "Account Analyst", _ => "Account Reviewer" }
                : Text(members, "role") switch { "ADMIN" => "Organization Admin", "MEMBER" => "Organization Member", _ => "Organization Viewer" }
            select $"{Text(member, "email")} {(own ? "account" : $"organization/{Text(members, "orgId")}")} {role}",
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("fivetran", "AAAAAAAAAA:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "AuthFailed")]
    [InlineData("whylabs", "AAAAAAAAAA.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:org-none", "Forbidden")]
    public async Task A_key_that_the_door_does_not_know_is_refused_in_its_words(string service, string key, string code)
    {
        using var shell = new Shell();

        (await shell.RunAsync("copy", "--from", service, "--url", Url, "--key", key)).Refused(code);
    }

    private string Url => $"http://127.0.0.1:{server.Roster.Port}";

    private async Task<JsonElement> CopyAsync(string service, string key)
    {
        using var shell = new Shell();
        var ran = (await shell.RunAsync("copy", "--from", service, "--url", Url, "--key", key, "--output", "json")).Done();
        output.WriteLine(ran.Out);
        return ran.Json;
    }

    /// <summary>All pages are one: the world is small.</summary>
    private static async Task<List<JsonElement>> ItemsAsync(Knocking door, string target) =>
        [.. (await door.GetAsync(target + "?limit=1000")).Json.GetProperty("data").GetProperty("items").EnumerateArray()];

    private static IEnumerable<string> Memberships(JsonElement document) => Lines(document, "memberships", "user", "team", "in", "role");

    private static IEnumerable<string> Lines(JsonElement document, string section, params string[] members) =>
        document.TryGetProperty(section, out var things) ? Lines(things.EnumerateArray(), members) : [];

    private static IEnumerable<string> Lines(IEnumerable<JsonElement> things, params string[] members) =>
        [.. things.Select(thing => string.Join(' ', members.Select(member => Text(thing, member)).Where(text => text.Length > 0)))];

    private static string Text(JsonElement thing, string member) =>
        thing.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
