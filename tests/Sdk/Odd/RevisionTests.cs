namespace Roster.Tests.Sdk.Odd;

/// <summary>Clients that name the latest revision that they have seen.</summary>
public sealed class RevisionTests
{
    [Fact]
    public async Task The_latest_revision_of_the_present_epoch_is_named()
    {
        await using var server = new OddServer(Seen("e-5"), Seen("e-3"), Seen("e-6"), Seen("f-1"), Seen("nonsense"), Seen("f-"), Turns.Json(200, "{}"));
        using var client = Client(server);

        for (var i = 0; i < 8; i++)
        {
            await client.Account.GetAsync();
        }

        server.Requests.Select(asked => asked.Header("Roster-At-Least")).ShouldBe([null, "e-5", "e-5", "e-6", "f-1", "f-1", "f-1", "f-1"]);
    }

    [Fact]
    public async Task A_restored_backup_is_asked_again_without_what_it_does_not_know()
    {
        await using var server = new OddServer(
            Seen("e-5"), Turns.Json(400, """{"type":"urn:roster:problem:unknown-revision"}"""), Seen("f-1"), Turns.Json(400, """{"type":"urn:roster:problem:unknown-revision"}"""));
        using var client = Client(server);

        await client.Account.GetAsync();
        await client.Account.GetAsync();
        var refused = await Should.ThrowAsync<RosterException>(() => client.Account.GetAsync());

        refused.Code.ShouldBe("unknown-revision");
        server.Requests.Select(asked => asked.Header("Roster-At-Least")).ShouldBe([null, "e-5", null, "f-1", null]);
    }

    [Fact]
    public async Task Who_does_not_want_that_names_none()
    {
        await using var server = new OddServer(Seen("e-5"));
        using var client = server.Native();

        await client.Account.GetAsync();
        await client.Account.GetAsync();

        server.Requests.ShouldAllBe(asked => asked.Header("Roster-At-Least") == null);
    }

    private static RosterClient Client(OddServer server) => new(server.Address, "key", new() { NameRevisions = true, MaxRetries = 0 });

    private static Turn Seen(string revision) => Turns.Json(200, "{}", $"Roster-Revision: {revision}");
}
