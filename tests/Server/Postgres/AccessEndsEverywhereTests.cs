using System.Text.Json.Nodes;
using Roster.Core.Changes;
using Roster.Tests.Server.Calls;
using Roster.Tests.Server.MixedDoors;

namespace Roster.Tests.Server.Postgres;

/// <summary>What is taken away at one process is not permitted by any other to whoever names the revision, however well it knows the account.</summary>
[Collection(TwoProcesses.Sharing.Name)]
public sealed class AccessEndsEverywhereTests(TwoProcesses two)
{
    private static readonly int Rounds = FullMode.Of(400, normally: 40);

    [Fact]
    public Task A_membership_that_is_ended() => ShouldEndAsync(
        (at, user, group) => at.DoAsync(at.Native.Give("group", group, user, "Edit Destination")),
        (at, user, group) => at.DoAsync(at.Native.End("group", group, user)));

    [Fact]
    public Task A_role_that_is_another_now() => ShouldEndAsync(
        (at, user, group) => at.DoAsync(at.Native.Give("group", group, user, "Edit Destination")),
        (at, user, group) => at.DoAsync(at.Native.Give("group", group, user, "View Destination")));

    [Fact]
    public Task A_user_who_is_deactivated() => ShouldEndAsync(
        async (at, user, group) =>
        {
            await at.DoAsync(at.WhyLabs.SetActive(user, true));
            return await at.DoAsync(at.Native.Give("group", group, user, "Edit Destination"));
        },
        (at, user, _) => at.DoAsync(at.WhyLabs.SetActive(user, false)));

    private async Task ShouldEndAsync(
        Func<AccountClient, string, string, Task<Reply>> giveAsync, Func<AccountClient, string, string, Task<Reply>> endAsync)
    {
        var at = await two.Both.OpenAccountAsync();
        var (here, there) = (two.Both.AtFirst(at), two.Both.AtSecond(at));
        var user = await at.CreateAsync("ada@example.com");
        var group = (await at.DoAsync(at.Native.CreateGroup("Warehouse"))).Text("id");
        for (var round = 0; round < Rounds; round++)
        {
            var given = await giveAsync(here, user, group);
            (await MayWriteAsync(there, user, group, given.NamedRevision)).ShouldBeTrue();

            var ended = await endAsync(here, user, group);
            (await MayWriteAsync(there, user, group, ended.NamedRevision)).ShouldBeFalse();
            (await MayWriteAsync(here, user, group, ended.NamedRevision)).ShouldBeFalse();
            (here, there) = (there, here);
        }
    }

    private static async Task<bool> MayWriteAsync(AccountClient at, string user, string group, string? revision)
    {
        var answer = await at.DoAsync(new(Door.AuthZen, HttpMethod.Post, "/access/v1/evaluation", new JsonObject
        {
            ["subject"] = new JsonObject { ["type"] = "user", ["id"] = user },
            ["action"] = new JsonObject { ["name"] = "write" },
            ["resource"] = new JsonObject { ["type"] = "group", ["id"] = group },
        })
        {
            Header = ("Roster-At-Least", revision!),
        });
        return answer.Flag("decision");
    }
}
