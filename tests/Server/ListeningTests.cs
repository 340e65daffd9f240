using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Roster.Tests.Server;

public sealed class ListeningTests
{
    private const string Read = "GET /api/account HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + RosterServer.BootstrapKey + "\r\n\r\n";

    [Fact]
    public async Task Https_is_Kestrels_own_configuration()
    {
        using var folder = new TempFolder();
        await WriteCertificateAsync(folder);
        await using var server = await RosterProcess.StartAsync(
            new Dictionary<string, string>
            {
                ["ROSTER_STORE"] = "sqlite:" + folder.File("roster.db"),
                ["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey,
                ["Kestrel__Endpoints__Https__Url"] = "https://127.0.0.1:0",
                ["Kestrel__Endpoints__Https__Certificate__Path"] = folder.File("roster.pem"),
                ["Kestrel__Endpoints__Https__Certificate__KeyPath"] = folder.File("roster.key"),
            },
            folder.Path,
            RosterProcess.Command());

        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync("127.0.0.1", server.Port);
        await using var tls = new SslStream(socket.GetStream(), false, (_, certificate, _, _) => certificate?.Subject == "CN=localhost");
        await tls.AuthenticateAsClientAsync("localhost");
        await tls.WriteAsync(System.Text.Encoding.ASCII.GetBytes(Read));
        using var answer = new StreamReader(tls);

        (await answer.ReadToEndAsync()).ShouldStartWith("HTTP/1.1 200 OK");
    }

    [Fact]
    public async Task Nothing_tells_what_serves()
    {
        await using var server = await RosterServer.StartAsync();

        (await server.First.Native.GetAsync("/api/account")).Header("Server").ShouldBeNull();
    }

    [Theory]
    [InlineData(31_000, 200)]
    [InlineData(33_000, 414)]
    public async Task A_request_line_has_a_bound(int length, int status)
    {
        await using var server = await RosterServer.StartAsync();

        (await server.First.Native.GetAsync("/api/account?" + new string('x', length))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_body_has_a_bound_and_is_refused_in_the_doors_own_shape()
    {
        await using var server = await RosterServer.StartAsync();

        var answer = await server.First.Native.PostAsync("/api/groups", $$"""{"name":"{{new string('x', 5_000_000)}}"}""");

        answer.Status.ShouldBe(413);
        answer.Header("Content-Type").ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Other_sites_pages_may_call_WhyLabs_where_they_are_configured_and_no_other_door()
    {
        const string path = "/v0/accounts/org/org-test/users";
        (string, string)[] ask =
        [
            ("Origin", "https://app.example.com"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "x-api-key"),
        ];
        await using var open = await RosterServer.StartAsync(
            new() { Settings = new Dictionary<string, string> { ["ROSTER_CORS_ORIGINS"] = "https://app.example.com" } });
        await using var closed = await RosterServer.StartAsync();

        var preflight = await open.Wire.SendAsync("OPTIONS", path, null, ask);
        preflight.Status.ShouldBe(204);
        preflight.Header("Access-Control-Allow-Origin").ShouldBe("https://app.example.com");
        preflight.Header("Access-Control-Allow-Headers").ShouldBe("x-api-key");
        var answer = await open.First.WhyLabs.GetAsync(path, ask[0]);
        answer.Status.ShouldBe(200);
        answer.Header("Access-Control-Allow-Origin").ShouldBe("https://app.example.com");

        (await open.First.WhyLabs.GetAsync(path, ("Origin", "https://other.example.com"))).Header("Access-Control-Allow-Origin").ShouldBeNull();
        (await open.First.Fivetran.GetAsync("/v1/users", ask[0])).Header("Access-Control-Allow-Origin").ShouldBeNull();
        (await closed.Wire.SendAsync("OPTIONS", path, null, ask)).Header("Access-Control-Allow-Origin").ShouldBeNull();
        (await closed.First.WhyLabs.GetAsync(path, ask[0])).Header("Access-Control-Allow-Origin").ShouldBeNull();
    }

    private static async Task WriteCertificateAsync(TempFolder folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(folder.File("roster.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(folder.File("roster.key"), key.ExportPkcs8PrivateKeyPem());
    }
}
