using System.Collections;
using Microsoft.Extensions.Configuration;
using Roster.Server.Composition;
using Roster.Storage.Postgres;
using Roster.Storage.Sqlite;

namespace Roster.Tests.Server;

public sealed class SettingsTests
{
    [Fact]
    public void Without_any_setting_there_are_safe_defaults()
    {
        var settings = Read([], [], out var problems);

        problems.ShouldBeEmpty();
        settings.ShouldNotBeNull();
        settings.Store.ShouldBe(new SqliteAddress("./data/roster.db"));
        settings.Replica.ShouldBeNull();
        settings.BootstrapKey.ShouldBeNull();
        settings.OperatorKey.ShouldBeNull();
        settings.RateLimit.ShouldBeNull();
        settings.UserCreationLimit.ShouldBeNull();
        settings.InvitationLifetime.ShouldBe(TimeSpan.FromDays(7));
        settings.TrustedProxies.ShouldBeEmpty();
        settings.CorsOrigins.ShouldBeEmpty();
        settings.KeptAnswerBytes.ShouldBe(64 << 20);
        settings.SendsTelemetry.ShouldBeFalse();
        settings.PublicUrl.ShouldBe(new("http://localhost:8080") { IsConfigured = false });
    }

    [Fact]
    public void What_the_command_reads_is_no_problem_of_the_servers()
    {
        Read([("ROSTER_URL", "https://roster.example.com"), ("ROSTER_KEY", RosterServer.BootstrapKey)], [], out var problems);

        problems.ShouldBeEmpty();
    }

    [Fact]
    public void All_problems_are_told_at_once_and_none_repeats_a_secret()
    {
        Read(
            [
                ("ROSTER_STORE", "postgres://ada:hunter2@db.example.com/roster?sslmod=require"),
                ("ROSTER_STORE_READS", "sqlite:replica.db"),
                ("ROSTER_BOOTSTRAP_KEY", "hunter2"),
                ("ROSTER_OPERATOR_KEY", RosterServer.BootstrapKey),
                ("ROSTER_PUBLIC_URL", "roster.example.com"),
                ("ROSTER_RATE_LIMIT", "many"),
                ("ROSTER_USER_CREATION_LIMIT", "-1"),
                ("ROSTER_INVITATION_LIFETIME", "366d"),
                ("ROSTER_TRUSTED_PROXIES", "10.0.0.0/8, proxy.example.com"),
                ("ROSTER_CORS_ORIGINS", "https://app.example.com/path"),
                ("ROSTER_KEPT_ANSWERS", "1e3"),
                ("ROSTER_RATELIMIT", "5"),
            ],
            [("urls", "http://localhost:8080;localhost"), ("Roster:Sotre", "sqlite:x.db")],
            out var problems);

        var named = problems.Select(problem => problem.Split(' ', ':')[0]).ToList();
        named.Distinct().Count().ShouldBe(14);
        problems.Count.ShouldBe(14);
        var text = string.Join('\n', problems);
        text.ShouldContain("ROSTER_RATELIMIT is no setting of Roster.");
        text.ShouldContain("Roster:Sotre is no setting of Roster.");
        text.ShouldNotContain("hunter2");
        text.ShouldNotContain(RosterServer.BootstrapKey.Split('.')[1]);
    }

    [Fact]
    public void The_file_sets_what_the_environment_leaves_open()
    {
        var settings = Read(
            [("ROSTER_RATE_LIMIT", "10")],
            [
                ("Roster:RateLimit", "20"), ("Roster:UserCreationLimit", "30"), ("Roster:InvitationLifetime", "90m"),
                ("Roster:CorsOrigins:0", "https://a.example.com"), ("Roster:CorsOrigins:1", "https://b.example.com"),
                ("Roster:TrustedProxies", "127.0.0.1,10.0.0.0/8"), ("Roster:PublicUrl", "https://roster.example.com/base/"),
            ],
            out var problems);

        problems.ShouldBeEmpty();
        settings!.RateLimit.ShouldBe(10);
        settings.UserCreationLimit.ShouldBe(30);
        settings.InvitationLifetime.ShouldBe(TimeSpan.FromMinutes(90));
        settings.CorsOrigins.ShouldBe(["https://a.example.com", "https://b.example.com"]);
        settings.TrustedProxies.Select(network => network.ToString()).ShouldBe(["127.0.0.1/32", "10.0.0.0/8"]);
        settings.PublicUrl.ShouldBe(new("https://roster.example.com/base"));
    }

    [Fact]
    public void A_store_in_PostgreSQL_may_have_a_replica()
    {
        var settings = Read(
            [("ROSTER_STORE", "postgres:Host=primary.example.com"), ("ROSTER_STORE_READS", "postgres://replica.example.com")], [], out var problems);

        problems.ShouldBeEmpty();
        settings!.Store.ShouldBe(new PostgresAddress("Host=primary.example.com"));
        settings.Replica.ShouldBe(new PostgresAddress("Host=replica.example.com;Port=5432"));
    }

    [Fact]
    public void A_store_in_SQLite_has_no_replica()
    {
        Read([("ROSTER_STORE_READS", "postgres://ada:hunter2@replica.example.com")], [], out var problems);

        problems.ShouldBe(["ROSTER_STORE_READS is for a PostgreSQL store, and ROSTER_STORE names none."]);
    }

    [Theory]
    [InlineData("1m", true)]
    [InlineData("365d", true)]
    [InlineData("0d", false)]
    [InlineData("-1d", false)]
    [InlineData("d", false)]
    [InlineData("7", false)]
    [InlineData("7w", false)]
    [InlineData("8761h", false)]
    [InlineData("99999999999d", false)]
    public void An_invitations_lifetime_is_a_minute_to_a_year(string text, bool isFine)
    {
        Read([("ROSTER_INVITATION_LIFETIME", text)], [], out var problems);

        problems.Count.ShouldBe(isFine ? 0 : 1);
    }

    [Theory]
    [InlineData("http://*:8080", "http://localhost:8080")]
    [InlineData("http://0.0.0.0:5000", "http://localhost:5000")]
    [InlineData("http://[::]:5000", "http://localhost:5000")]
    [InlineData("https://roster.example.com:8443;http://localhost:1", "https://roster.example.com:8443")]
    public void Without_a_public_url_links_begin_with_the_first_address(string urls, string expected) =>
        Read([], [("urls", urls)], out _)!.PublicUrl.Base.ShouldBe(expected);

    [Theory]
    [InlineData("https://roster.example.com/a/b", true)]
    [InlineData("https://roster.example.com/a:b@c,d/", true)]
    [InlineData("https://roster.example.com//", true)]
    [InlineData("https://roster.example.com/a//b", false)]
    [InlineData("https://roster.example.com/a%20b", false)]
    [InlineData("https://roster.example.com/{a}", false)]
    [InlineData("https://roster.example.com/b\u00fcro", false)]
    [InlineData("https://roster.example.com/?a", false)]
    [InlineData("https://", false)]
    public void A_public_url_has_a_path_that_a_route_can_have(string url, bool isFine)
    {
        Read([("ROSTER_PUBLIC_URL", url)], [], out var problems);

        problems.Count.ShouldBe(isFine ? 0 : 1);
    }

    [Fact]
    public async Task The_program_tells_all_problems_and_ends_with_code_2()
    {
        var (code, output, errors) = await RosterProcess.RunAsync(new Dictionary<string, string>
        {
            ["ROSTER_STORE"] = "nowhere", ["ROSTER_RATE_LIMIT"] = "x", ["ROSTER_TYPO"] = "1", ["ASPNETCORE_URLS"] = "ftp://x",
        });

        code.ShouldBe(2);
        output.Trim().ShouldBeEmpty();
        foreach (var name in (string[])["ROSTER_STORE", "ROSTER_RATE_LIMIT", "ROSTER_TYPO", "ftp://x"])
        {
            errors.ShouldContain(name);
        }
    }

    [Fact]
    public async Task Arguments_that_make_no_sense_end_with_code_2_and_help_with_0()
    {
        var none = new Dictionary<string, string>();
        var wrong = await RosterProcess.RunAsync(none, "--dmeo");
        var help = await RosterProcess.RunAsync(none, "--help");

        wrong.ExitCode.ShouldBe(2);
        wrong.Errors.ShouldContain("--demo");
        help.ExitCode.ShouldBe(0);
        help.Output.ShouldContain("backup <file>");
    }

    private static Settings? Read(
        IEnumerable<(string Name, string Value)> environment, IEnumerable<(string Name, string Value)> file, out IReadOnlyList<string> problems)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(file.Select(entry => KeyValuePair.Create(entry.Name, (string?)entry.Value)))
            .Build();
        var variables = new Hashtable();
        foreach (var (name, value) in environment)
        {
            variables[name] = value;
        }

        return SettingsReader.Read(configuration, variables, out problems);
    }
}
