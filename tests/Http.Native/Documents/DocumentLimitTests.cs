using System.Globalization;
using System.Text;

namespace Roster.Tests.Http.Native.Documents;

/// <summary>Bounds on documents and plans. Each test has a server with settings and a clock of its own.</summary>
public sealed class DocumentLimitTests : IAsyncLifetime
{
    private RosterServer _roster = null!;
    private Papers _papers = null!;

    public async ValueTask InitializeAsync()
    {
        _roster = await RosterServer.StartAsync(new()
        {
            Settings = new Dictionary<string, string> { ["ROSTER_DOCUMENT_LIMIT"] = "20", ["ROSTER_USER_CREATION_LIMIT"] = "3" },
        });
        _papers = await Papers.OfNewAccountAsync(_roster);
    }

    public ValueTask DisposeAsync() => _roster.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_document_may_be_as_large_as_configured_and_no_larger(bool saysItsLength)
    {
        const int most = 20 * 1_048_576;
        const string document = "{roster: 1, manages: {}}";
        foreach (var (length, status) in new[] { (most, 201), (most + 1, 413) })
        {
            var body = document + new string('\n', length - document.Length);
            var answer = !saysItsLength ? await SendInPiecesAsync(body)
                : status == 201 ? await _papers.MakeAsync(body)
                : await SendHeadAsync($"Content-Length: {length}");
            answer.Status.ShouldBe(status, $"{length} {answer.Text}");
        }
    }

    [Fact]
    public async Task Another_route_takes_no_more_than_before()
    {
        var answer = await _papers.By.PostAsync("/api/groups", new string(' ', 5 * 1_048_576));

        answer.Status.ShouldBe(413);
    }

    [Fact]
    public async Task A_plan_is_kept_for_a_day()
    {
        var plan = await _papers.PlanAsync("{roster: 1, manages: {}, groups: [{id: g, name: G}]}");

        _roster.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMicroseconds(1));
        (await _papers.By.GetAsync($"/api/plans/{plan}")).Status.ShouldBe(200);
        _roster.Clock.Advance(TimeSpan.FromMicroseconds(1));

        (await _papers.By.GetAsync($"/api/plans/{plan}")).Status.ShouldBe(404);
        (await _papers.ApplyAsync(plan)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task New_users_count_when_they_are_made_and_only_then()
    {
        const string two = "{roster: 1, manages: {}, users: [{userName: a@example.com}, {userName: b@example.com}]}";
        var (first, second) = (await _papers.PlanAsync(two), await _papers.PlanAsync(two.Replace("a@", "c@").Replace("b@", "d@")));

        (await _papers.ApplyAsync(first)).Status.ShouldBe(200);
        (await _papers.ApplyAsync(first)).Status.ShouldBe(200);
        var refused = await _papers.ApplyAsync(second);

        refused.Status.ShouldBe(429);
        refused.Header("Retry-After").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_end_that_comes_before_the_plan_is_applied_stops_it()
    {
        var plan = await _papers.PlanAsync("{roster: 1, manages: {}, memberships: [{user: ada@example.com, in: account, role: Account Administrator}], groups: [{id: g, name: G}]}");
        var ending = await _papers.PlanAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{{roster: 1, manages: {{}}, users: [{{userName: eve@example.com}}], memberships: [{{user: eve@example.com, in: account, role: Account Analyst, expiresAt: \"{_roster.Clock.Now.Plus(TimeSpan.FromHours(1)).ToDateTimeOffset():yyyy-MM-ddTHH:mm:ssZ}\"}}]}}"));
        _roster.Clock.Advance(TimeSpan.FromHours(1));

        (await _papers.ApplyAsync(plan)).Status.ShouldBe(200);
        var refused = await _papers.ApplyAsync(ending);

        (refused.Status, Papers.ProblemOf(refused)).ShouldBe((409, "plan-moved"));
        refused.Json.GetProperty("moved")[0].GetProperty("what").GetString().ShouldBe("must be in the future");
    }

    private Task<Answer> SendHeadAsync(string length, string rest = "")
    {
        var head = $"POST /api/plans HTTP/1.1\r\nHost: 127.0.0.1\r\n{_papers.By.Header}: {_papers.By.Value}\r\nContent-Type: {Papers.Yaml}\r\n{length}\r\n\r\n";
        return _roster.Wire.SendRawAsync(Encoding.ASCII.GetBytes(head + rest));
    }

    private Task<Answer> SendInPiecesAsync(string body)
    {
        var pieces = new StringBuilder();
        foreach (var piece in body.Chunk(1_048_576))
        {
            pieces.Append(CultureInfo.InvariantCulture, $"{piece.Length:x}\r\n").Append(piece).Append("\r\n");
        }

        return SendHeadAsync("Transfer-Encoding: chunked", pieces.Append("0\r\n\r\n").ToString());
    }
}
