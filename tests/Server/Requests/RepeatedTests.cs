using Roster.Http;

namespace Roster.Tests.Server.Requests;

/// <summary>Every route of the native dialect that writes understands the headers of a safe write.</summary>
[Collection(nameof(AbusedServer))]
public sealed class RepeatedTests(AbusedServer server)
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static TheoryData<DeclaredRequest> Writes => [.. NativeRequests.All.Concat(AccessRequests.All).Where(request => !Reading.Contains(request.Method))];

    [Theory, MemberData(nameof(Writes))]
    public async Task Every_write_is_done_once_under_its_name_and_answered_again(DeclaredRequest declared)
    {
        var world = await World.MakeAsync(server.Roster);
        var request = world.Fill(declared);
        var before = await world.Account.RevisionAsync();

        var first = await SendAsync(world, declared, request, ("Idempotency-Key", "a-name"));
        var done = await world.Account.RevisionAsync();
        var again = await SendAsync(world, declared, request, ("Idempotency-Key", "a-name"));

        first.Status.ShouldBeInRange(200, 204, first.ToString());
        first.Header("Idempotency-Replayed").ShouldBeNull();
        again.Status.ShouldBe(first.Status, again.ToString());
        again.Header("Idempotency-Replayed").ShouldBe("true");
        again.Header("Location").ShouldBe(first.Header("Location"));
        again.Header("ETag").ShouldBe(first.Header("ETag"));
        (await world.Account.RevisionAsync()).ShouldBe(done);
        (done > before || declared.Pattern is "/api/accounts" or "/api/plans").ShouldBeTrue();
        if (request.Body is not null)
        {
            (await SendAsync(world, declared, request with { Body = request.Body + " " }, ("Idempotency-Key", "a-name"))).Status.ShouldBe(422);
        }
    }

    [Theory, MemberData(nameof(Writes))]
    public async Task Every_write_can_be_bound_to_a_version(DeclaredRequest declared)
    {
        var world = await World.MakeAsync(server.Roster);
        var request = world.Fill(declared);
        var before = await world.Account.RevisionAsync();

        var refused = await SendAsync(world, declared, request, ("If-Match", "\"another\""));

        refused.Status.ShouldBe(412, refused.ToString());
        (await world.Account.RevisionAsync()).ShouldBe(before);
        (await SendAsync(world, declared, request, ("If-Match", "another"))).Status.ShouldBe(400);
        var version = await VersionAsync(world, declared, request, before);
        if (version is not null)
        {
            (await SendAsync(world, declared, request, ("If-Match", version))).Status.ShouldBeInRange(200, 204, declared.ToString());
        }
    }

    [Fact]
    public void Every_write_of_the_dialect_is_among_them() => server.Roster.Get<Doors>().Dialects
        .Single(dialect => dialect.Door == Core.Changes.Door.Native).Routes
        .Where(route => !Reading.Contains(route.Method))
        .Select(route => $"{route.Method} {route.Pattern}")
        .ShouldBeSubsetOf(Writes.Select(row => row.Data.Route));

    /// <summary>Of what the path names, else of the account. Null where nobody can know one yet.</summary>
    private static async Task<string?> VersionAsync(World world, DeclaredRequest declared, FilledRequest request, long revision)
    {
        if (declared.Pattern is "/api/accounts" or "/api/invitations/accept")
        {
            return null;
        }

        var shown = await world.Account.Native.GetAsync(request.Target.Replace("/invitation", ""));
        return shown is { Status: 200 } && shown.Header("ETag") is { } version
            ? version
            : $"\"{RevisionHeaders.Format(world.Account.Server.Store.Epoch, revision)}\"";
    }

    private static Task<Answer> SendAsync(World world, DeclaredRequest declared, FilledRequest request, (string Name, string Value) header)
    {
        var sent = request with { Headers = [.. request.Headers, header] };
        return declared.Need switch
        {
            Need.Anyone => world.SendBareAsync(sent),
            Need.Operator => world.SendAsync(sent, AbusedServer.Operator),
            _ => world.SendAsync(sent, world.Account.Key),
        };
    }
}
