namespace Roster.Tests.Http;

public sealed class RevisionTests : IAsyncLifetime
{
    private const string AtLeast = "Roster-At-Least";
    private const string Revision = "Roster-Revision";

    private RosterServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await RosterServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Every_answer_to_a_valid_key_carries_the_accounts_revision()
    {
        await _server.First.RegisterUserAsync("ada@example.com");
        var revision = $"{_server.Store.Epoch}-{await _server.First.RevisionAsync()}";
        Task<Answer>[] answers =
        [
            _server.First.Fivetran.GetAsync("/v1/users"),
            _server.First.Fivetran.GetAsync("/v1/users"),
            _server.First.Fivetran.GetAsync("/v1/users/nobody"),
            _server.First.Fivetran.GetAsync("/v1/nothing"),
            _server.First.Fivetran.PutAsync("/v1/users", "{}"),
            _server.First.Fivetran.PostAsync("/v1/users", "{"),
            _server.First.WhyLabs.GetAsync("/v0/accounts/org/org-test/users"),
            _server.First.WhyLabs.GetAsync("/v0/accounts/org/org-other/users"),
            _server.First.Native.GetAsync("/api/account", ("Accept", "text/html")),
        ];
        foreach (var answer in await Task.WhenAll(answers))
        {
            answer.Header(Revision).ShouldBe(revision, answer.ToString());
        }
    }

    [Fact]
    public async Task A_write_answers_the_revision_that_it_made()
    {
        var before = await _server.First.RevisionAsync();

        var made = await _server.First.Native.PostAsync("/api/groups", """{"name":"Warehouse"}""");

        made.Status.ShouldBe(201);
        made.Header(Revision).ShouldBe($"{_server.Store.Epoch}-{before + 1}");
        (await _server.First.Native.GetAsync("/api/groups", (AtLeast, made.Header(Revision)!))).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("{epoch}-{future}")]
    [InlineData("other-1")]
    [InlineData("{epoch}")]
    [InlineData("{epoch}-")]
    [InlineData("{epoch}--1")]
    [InlineData("{epoch}-1 ")]
    [InlineData("{epoch}-1x")]
    [InlineData("1")]
    public async Task A_revision_that_was_never_answered_is_refused_at_once(string token)
    {
        var future = await _server.First.RevisionAsync() + 1;
        token = token.Replace("{epoch}", _server.Store.Epoch).Replace("{future}", $"{future}");
        var expected = token.EndsWith(' ') ? 200 : 400; // White space around a header's value is no part of it.

        (await _server.First.Fivetran.GetAsync("/v1/users", (AtLeast, token))).Status.ShouldBe(expected);
        (await _server.First.WhyLabs.GetAsync("/v0/accounts/org/org-test/users", (AtLeast, token))).Status.ShouldBe(expected);
        (await _server.First.Native.GetAsync("/api/users", (AtLeast, token))).Status.ShouldBe(expected);
    }

    [Fact]
    public async Task Who_has_no_key_learns_no_revision()
    {
        (await _server.Wire.SendAsync("GET", "/v1/users")).Header(Revision).ShouldBeNull();
        (await _server.Wire.SendAsync("GET", "/api/users", null, (AtLeast, "other-1"))).Status.ShouldBe(401);
    }
}
