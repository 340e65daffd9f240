using Roster.Core.Keys;

namespace Roster.Tests.Http.Native.Rights;

/// <summary>What an owner's seat in a team brings their key ends with the seat, with what the team holds, and with the team: in the next request.</summary>
public sealed class ThroughTeamTests(NativeServer server)
{
    [Theory]
    [InlineData("/api/teams/crew/users/mary")]
    [InlineData("/api/memberships/account/{account}/teams/crew")]
    [InlineData("/api/teams/crew")]
    public async Task It_ends_with(string path)
    {
        var world = await World.MakeAsync(server.Roster);
        await world.Account.CreateTeamAsync("Crew", "crew", "Account Reviewer");
        var key = await world.WithAsync(Grants.Read, owner: World.Mary);
        (await key.GetAsync("/api/users")).Status.ShouldBe(403);

        (await world.Admin.PutAsync("/api/teams/crew/users/mary", """{"role":"Team Member"}""")).Status.ShouldBe(201);
        (await key.GetAsync("/api/users")).Status.ShouldBe(200);
        (await key.GetAsync("/api/users")).Status.ShouldBe(200);

        (await world.Admin.DeleteAsync(world.Fill(path))).Status.ShouldBe(204);
        (await key.GetAsync("/api/users")).Status.ShouldBe(403);
    }
}
