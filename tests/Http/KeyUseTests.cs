using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Http;

namespace Roster.Tests.Http;

public sealed class KeyUseTests
{
    [Fact]
    public async Task The_last_use_of_a_key_is_noted_behind_the_requests_and_makes_no_revision()
    {
        await using var server = await RosterServer.StartAsync();
        var key = await server.First.MintKeyAsync(Grants.Read);
        var revision = await server.First.RevisionAsync();
        (await Knocking.Native(server, key).GetAsync("/api/users")).Status.ShouldBe(200);
        var used = server.Clock.Now;

        await server.Get<KeyUses>().FlushAsync(CancellationToken.None);

        (await LastUseAsync(server, key)).ShouldBe(used);
        (await server.First.RevisionAsync()).ShouldBe(revision);
    }

    [Fact]
    public async Task What_was_noted_last_survives_a_stop()
    {
        await using var server = await RosterServer.StartAsync();
        var key = await server.First.MintKeyAsync(Grants.Read);
        (await Knocking.Fivetran(server, key).GetAsync("/v1/users")).Status.ShouldBe(200);
        var used = server.Clock.Now;

        await server.RestartAsync();

        (await LastUseAsync(server, key)).ShouldBe(used);
    }

    [Fact]
    public async Task A_refused_key_is_not_used()
    {
        await using var server = await RosterServer.StartAsync();
        var key = await server.First.MintKeyAsync(Grants.Read);
        var wrong = key with { Secret = new string('0', 53) };
        (await Knocking.Native(server, wrong).GetAsync("/api/users")).Status.ShouldBe(401);

        await server.Get<KeyUses>().FlushAsync(CancellationToken.None);

        (await LastUseAsync(server, key)).ShouldBeNull();
    }

    private static async Task<Core.Values.Instant?> LastUseAsync(RosterServer server, Credential key) =>
        (await server.Store.ReadAsync(
            server.First.Id, async reads => Outcome.Of(await reads.KeyAsync(key.Id)), CancellationToken.None)).Value!.LastUsedAt;
}
