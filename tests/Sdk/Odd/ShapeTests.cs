using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Roster.Sdk.Fivetran;

namespace Roster.Tests.Sdk.Odd;

/// <summary>Answers of success, in all the forms that are met.</summary>
public sealed class ShapeTests
{
    private const string Ada = """{"id":"ada","email":"a@example.com","given_name":"Ada"}""";

    public static TheoryData<string> Envelopes =>
    [
        $$"""{"code":"Success","message":"fine","data":{{Ada}}}""",
        $$"""{"code":"Created","message":"fine","data":{{Ada}}}""",
        $$"""{"data":{{Ada}}}""",
        """{"code":"Success","message":"fine","id":"ada","email":"a@example.com","given_name":"Ada"}""",
        $$"""{"code":"Success","data":{{Ada}},"id":"other","email":"other"}""",
        Ada,
        $"\uFEFF{Ada}",
        $"\r\n {Ada} \n",
    ];

    public static TheoryData<string?> ContentTypes => ["application/json; charset=utf-8", "application/hal+json", "text/html", "text/plain", "nonsense", ";", (string?)null];

    [Theory, MemberData(nameof(Envelopes))]
    public async Task A_thing_is_read_with_or_without_an_envelope(string answer)
    {
        await using var server = new OddServer(Turns.Json(200, answer));
        using var client = server.Fivetran();

        var user = await client.UserManagement.GetUserDetailsAsync("ada");

        (user.Id, user.Email, user.GivenName).ShouldBe(("ada", "a@example.com", "Ada"));
    }

    [Theory, MemberData(nameof(ContentTypes))]
    public async Task What_is_JSON_is_read_whatever_it_is_called(string? contentType)
    {
        await using var server = new OddServer(Turns.Answer(200, contentType, Ada));
        using var client = server.Fivetran();

        (await client.UserManagement.GetUserDetailsAsync("ada")).Id.ShouldBe("ada");
    }

    [Theory]
    [InlineData("<html><body>Please log in</body></html>")]
    [InlineData("")]
    [InlineData("fine")]
    [InlineData("{\"id\":\"ada\"")]
    [InlineData("{\"id\":\"ada\"}}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"code":"Success","message":"fine"}""")]
    [InlineData("""{"code":"Success","data":null}""")]
    [InlineData("""{"code":"Success","data":[{"id":"ada"}]}""")]
    [InlineData("""{"id":7}""")]
    [InlineData("""{"id":"ada","active":"yes"}""")]
    [InlineData("""{"id":"ada","created_at":"yesterday"}""")]
    [InlineData("""{"id":"ada","created_at":17}""")]
    public async Task What_is_no_such_thing_is_refused_with_the_whole_answer(string answer)
    {
        await using var server = new OddServer(Turns.Answer(200, "text/html", answer, "X-Request-Id: r-1"));
        using var client = server.Fivetran(retries: 3);

        var refused = await Should.ThrowAsync<RosterException>(() => client.UserManagement.GetUserDetailsAsync("ada"));

        refused.ShouldSatisfyAllConditions(
            () => refused.Code.ShouldBe(RosterException.UnreadableAnswer),
            () => ((int?)refused.Status).ShouldBe(200),
            () => refused.RawBody.ShouldBe(answer),
            () => refused.RequestId.ShouldBe("r-1"));
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        await using var server = new OddServer(Turns.Json(200, string.Concat(Enumerable.Repeat("""{"id":""", 100_000))));
        using var client = server.Fivetran();

        (await Should.ThrowAsync<RosterException>(() => client.UserManagement.GetUserDetailsAsync("ada"))).Code.ShouldBe(RosterException.UnreadableAnswer);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        await using var server = new OddServer(Turns.Answer(200, "application/json", [.. "{\"id\":\""u8, 0xff, .. "\"}"u8]));
        using var client = server.Fivetran();

        (await Should.ThrowAsync<RosterException>(() => client.UserManagement.GetUserDetailsAsync("ada"))).Code.ShouldBe(RosterException.UnreadableAnswer);
    }

    [Theory]
    [InlineData("""{"id":"ada"}""")]
    [InlineData("""{"id":"ada","email":null,"given_name":null,"verified":null,"invited":null,"active":null,"role":null,"phone":null,"created_at":null,"logged_in_at":""}""")]
    public async Task Null_and_absent_are_the_same(string answer)
    {
        await using var server = new OddServer(Turns.Json(200, answer));
        using var client = server.Fivetran();

        (await client.UserManagement.GetUserDetailsAsync("ada")).ShouldBe(new User { Id = "ada" });
    }

    [Theory]
    [InlineData("2026-03-01T09:15:02Z", 0)]
    [InlineData("2026-03-01T09:15:02.369Z", 3_690_000)]
    [InlineData("2026-03-01T09:15:02.481733Z", 4_817_330)]
    [InlineData("2026-03-01T09:15:02.481733123Z", 4_817_331)]
    [InlineData("2026-03-01T10:15:02.5+01:00", 5_000_000)]
    [InlineData("2026-03-01T09:15:02.5", 5_000_000)]
    [InlineData("2026-03-01T09:15:02", 0)]
    public async Task A_time_is_read_in_all_its_forms(string time, int ticks)
    {
        await using var server = new OddServer(Turns.Json(200, $$"""{"id":"ada","created_at":"{{time}}"}"""));
        using var client = server.Fivetran();

        (await client.UserManagement.GetUserDetailsAsync("ada")).CreatedAt
            .ShouldBe(new DateTimeOffset(2026, 3, 1, 9, 15, 2, TimeSpan.Zero).AddTicks(ticks));
    }

    [Theory]
    [InlineData("360", 360)]
    [InlineData("\"360\"", 360)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public async Task A_number_is_read_in_all_its_forms(string number, long expected)
    {
        await using var server = new OddServer(Turns.Json(200, $$"""{"id":"c","sync_frequency":{{number}}}"""));
        using var client = server.Fivetran();

        (await client.Connections.GetDetailsAsync("c")).SyncFrequency.ShouldBe(expected);
    }

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("1e400")]
    [InlineData("0.5")]
    [InlineData("\"many\"")]
    public async Task A_number_that_is_none_here_is_refused(string number)
    {
        await using var server = new OddServer(Turns.Json(200, $$"""{"id":"c","sync_frequency":{{number}}}"""));
        using var client = server.Fivetran();

        (await Should.ThrowAsync<RosterException>(() => client.Connections.GetDetailsAsync("c"))).Code.ShouldBe(RosterException.UnreadableAnswer);
    }

    [Fact]
    public async Task Numbers_that_nobody_here_asks_for_may_be_as_huge_as_they_like()
    {
        await using var server = new OddServer(Turns.Json(200, """{"id":"ada","shoe_size":1e400,"pages":123456789012345678901234567890}"""));
        using var client = server.Fivetran();

        var user = await client.UserManagement.GetUserDetailsAsync("ada");

        user.OtherMembers!["pages"].GetRawText().ShouldBe("123456789012345678901234567890");
    }

    [Fact]
    public async Task What_is_unknown_survives_being_written_again()
    {
        const string Answer = """{"name":"Pilot","description":null,"scope":["ACCOUNT","COCKPIT"],"is_custom":true,"is_deprecated":false,"replacement_role_name":null,"wings":{"left":[1,2],"right":null}}""";
        await using var server = new OddServer(Turns.Json(200, $"[{Answer}]"));
        using var client = server.Fivetran();

        var role = await client.Roles.ListAllAsync().SingleAsync();

        role.Scope.ShouldBe([RoleScope.Account, new RoleScope("COCKPIT")]);
        JsonSerializer.Serialize(role, FivetranJson.Default.Role).ShouldBe(Answer);
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(200, "")]
    [InlineData(200, "null")]
    [InlineData(202, "{}")]
    public async Task Something_done_may_be_answered_with_nothing(int status, string answer)
    {
        await using var server = new OddServer(Turns.Answer(status, null, answer));
        using var client = server.Fivetran();

        (await client.UserManagement.DeleteUserAsync("ada")).ShouldBe(new Acknowledgement());
        (await client.UserManagement.DeleteUserMembershipInConnectorAsync("ada", "c"))?.Id.ShouldBe("");
    }

    [Fact]
    public async Task But_not_with_the_page_of_a_proxy()
    {
        await using var server = new OddServer(Turns.Answer(200, "text/html", "<html>Please log in</html>"));
        using var client = server.Fivetran();
        using var roster = server.Native();

        (await Should.ThrowAsync<RosterException>(() => client.UserManagement.DeleteUserAsync("ada"))).Code.ShouldBe(RosterException.UnreadableAnswer);
        (await Should.ThrowAsync<RosterException>(() => roster.Users.DeleteAsync("ada"))).Code.ShouldBe(RosterException.UnreadableAnswer);
        (await Should.ThrowAsync<RosterException>(() => roster.Documents.GetTextAsync(Roster.Sdk.Native.DocumentFormat.Yaml))).Code
            .ShouldBe(RosterException.UnreadableAnswer);
    }

    [Fact]
    public async Task Compressed_answers_are_read_and_broken_ones_refused()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Ada));
        }

        await using var server = new OddServer(
            Turns.Answer(200, "application/json", packed.ToArray(), "Content-Encoding: gzip"), Turns.Answer(200, "application/json", Ada, "Content-Encoding: gzip"));
        using var client = server.Fivetran();

        (await client.UserManagement.GetUserDetailsAsync("ada")).Id.ShouldBe("ada");
        (await Should.ThrowAsync<RosterException>(() => client.UserManagement.GetUserDetailsAsync("ada"))).Code.ShouldBe(RosterException.ConnectionLost);
    }
}
