using System.Text;
using Roster.Core.Keys;
using Roster.Core.Values;

namespace Roster.Tests.Http;

/// <summary>Which credential counts is the door's, and every reason to refuse one looks alike.</summary>
public sealed class CredentialTests(CredentialTests.Server shared) : IClassFixture<CredentialTests.Server>
{
    private const string Fivetran = "/v1/users";
    private const string WhyLabs = "/v0/accounts/org/org-test/users";
    private const string Native = "/api/users";

    private const string Id = "TestKey001";
    private const string Secret = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0";

    private RosterServer Roster => shared.Roster;

    public static TheoryData<string, string, string> Accepted => new()
    {
        { Fivetran, "Authorization", Basic(Id, Secret) },
        { Fivetran, "authorization", "basic  " + Basic(Id, Secret)[6..] },
        { WhyLabs, "X-API-Key", $"{Id}.{Secret}" },
        { WhyLabs, "x-api-key", $"{Id}.{Secret}:org-test" },
        { Native, "Authorization", $"Bearer {Id}.{Secret}" },
        { Native, "Authorization", $"bearer {Id}.{Secret}:org-test" },
        { Native, "Authorization", Basic(Id, Secret) },
    };

    /// <summary>Each door with nothing that it reads.</summary>
    public static TheoryData<string, string, string> Missing => new()
    {
        { Fivetran, "X-Other", "1" },
        { Fivetran, "X-API-Key", $"{Id}.{Secret}" },
        { Fivetran, "Authorization", $"Bearer {Id}.{Secret}" },
        { WhyLabs, "X-Other", "1" },
        { WhyLabs, "X-API-Key", "" },
        { WhyLabs, "Authorization", Basic(Id, Secret) },
        { WhyLabs, "Authorization", $"Bearer {Id}.{Secret}" },
        { Native, "X-Other", "1" },
        { Native, "X-API-Key", $"{Id}.{Secret}" },
        { Native, "Authorization", $"Digest {Id}.{Secret}" },
    };

    /// <summary>A credential of the door's kind that opens nothing.</summary>
    public static TheoryData<string> Wrong =>
    [
        $"{Id}.{Secret[..^1]}1",
        $"{Id}.{Secret[..^1]}",
        $"{Id}.{Secret}0",
        $"Unknown001.{Secret}",
        $"testkey001.{Secret}",
        $"{Id}.{Secret}:org-other",
        $"{Id}.{Secret}:ORG-TEST",
        $"{Id}.{Secret}:",
        $"{Id}.{Secret}:org-test:org-test",
        $"{Id}:{Secret}",
        $"{Id}.",
        $".{Secret}",
        Id,
        ".",
        new string('a', 20_000),
        "\u00e9" + Secret,
    ];

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task A_key_opens_the_door_in_the_form_that_the_door_reads(string path, string header, string value) =>
        (await SendAsync(path, (header, value))).Status.ShouldBe(200);

    [Theory]
    [MemberData(nameof(Missing))]
    public async Task Any_other_credential_is_as_good_as_none(string path, string header, string value)
    {
        var answer = await SendAsync(path, (header, value));

        answer.Status.ShouldBe(401);
        Nameless(answer).ShouldBe(Nameless(await SendAsync(path)));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Every_wrong_key_is_refused_alike(string key)
    {
        Nameless(await SendAsync(WhyLabs, ("X-API-Key", key))).ShouldBe(Nameless(await SendAsync(WhyLabs, ("X-API-Key", $"Unknown002.{Secret}"))));
        Nameless(await SendAsync(Native, ("Authorization", "Bearer " + key))).ShouldBe(Nameless(await SendAsync(Native, ("Authorization", $"Bearer Unknown002.{Secret}"))));
        (await SendAsync(WhyLabs, ("X-API-Key", key))).Status.ShouldBe(403);
        (await SendAsync(Native, ("Authorization", "Bearer " + key))).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic !!!")]
    [InlineData("Basic Og==")]
    [InlineData("Basic " + Id)]
    [InlineData("Basic VGVzdEtleTAwMTphYmM=")]
    public async Task Basic_that_cannot_be_read_is_refused(string value) =>
        (await SendAsync(Fivetran, ("Authorization", value))).Status.ShouldBe(401);

    [Fact]
    public async Task A_credential_sent_twice_is_none()
    {
        var basic = ("Authorization", Basic(Id, Secret));

        (await SendAsync(Fivetran, basic, basic)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_revoked_key_fails_on_the_next_request()
    {
        var account = await Roster.OpenAccountAsync();
        var key = await account.MintKeyAsync(Grants.Read);
        var knocking = Knocking.Fivetran(Roster, key);
        (await knocking.GetAsync(Fivetran)).Status.ShouldBe(200);

        await account.RevokeKeyAsync(key);

        (await knocking.GetAsync(Fivetran)).Status.ShouldBe(401);
        (await Knocking.WhyLabs(Roster, key).GetAsync($"/v0/accounts/org/{account.Id}/users")).Status.ShouldBe(403);
        (await Knocking.Native(Roster, key).GetAsync(Native)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_key_fails_from_the_moment_it_expires()
    {
        var account = await Roster.OpenAccountAsync();
        var end = Roster.Clock.Now.Plus(TimeSpan.FromMinutes(1));
        var knocking = Knocking.Native(Roster, await account.MintKeyAsync(Grants.Read, expiresAt: end));
        (await knocking.GetAsync(Native)).Status.ShouldBe(200);

        Roster.Clock.Set(new Instant(end.Microseconds - 1));
        (await knocking.GetAsync(Native)).Status.ShouldBe(200);
        Roster.Clock.Set(end);
        (await knocking.GetAsync(Native)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_key_dies_with_its_owner()
    {
        var account = await Roster.OpenAccountAsync();
        await account.RegisterUserAsync("ada@example.com", "Account Administrator");
        var owner = await account.RegisterUserAsync("grace@example.com", "Account Administrator");
        var knocking = Knocking.Fivetran(Roster, await account.MintKeyAsync(Grants.Admin, owner: owner));
        (await knocking.GetAsync(Fivetran)).Status.ShouldBe(200);

        await account.DeactivateUserAsync(owner);

        (await knocking.GetAsync(Fivetran)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_closed_accounts_key_is_as_good_as_unknown()
    {
        var account = await Roster.OpenAccountAsync();
        var closed = await Knocking.Native(Roster, Credential.Parse(RosterServer.OperatorKey)!)
            .DeleteAsync($"/api/accounts/{account.Id}");

        closed.Status.ShouldBeInRange(200, 204);
        Nameless(await account.Native.GetAsync(Native)).ShouldBe(Nameless(await SendAsync(Native, ("Authorization", $"Bearer Unknown002.{Secret}"))));
    }

    private static string Basic(string id, string secret) =>
        "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{id}:{secret}"));

    /// <summary>The answer without what differs from one request to the next.</summary>
    private static string Nameless(Answer answer)
    {
        var id = answer.Header("X-Request-Id")!;
        return string.Join('\n', answer.ToString().Replace(id, "ID").Split('\n').Where(line => !line.StartsWith("Date:", StringComparison.Ordinal)));
    }

    private Task<Answer> SendAsync(string path, params (string, string)[] headers) => Roster.Wire.SendAsync("GET", path, null, headers);

    public sealed class Server : IAsyncLifetime
    {
        public RosterServer Roster { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Roster = await RosterServer.StartAsync();

        public ValueTask DisposeAsync() => Roster.DisposeAsync();
    }
}
