using System.Collections.Concurrent;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>An account with groups, a connector and organizations, and the oracle's idea of it.</summary>
/// <param name="Users">Everybody who was ever seen, deleted ones too: whom calls are about.</param>
internal sealed record Ground(AccountClient At, Oracle Oracle, ConcurrentQueue<string> Users)
{
    public static async Task<Ground> PrepareAsync(IAccounts server)
    {
        var at = await server.OpenAccountAsync();
        var north = (await at.DoAsync(at.Fivetran.CreateGroup("north"))).Text("data.id");
        var south = (await at.DoAsync(at.Fivetran.CreateGroup("south"))).Text("data.id");
        var sheets = (await at.DoAsync(at.Fivetran.CreateConnector(north))).Text("data.id");
        var first = (await at.DoAsync(at.WhyLabs.CreateOrganization("First"))).Text("id");
        var second = (await at.DoAsync(at.WhyLabs.CreateOrganization("Second"))).Text("id");
        var oracle = new Oracle(at.Account)
        {
            Places = [new("group", north), new("group", south), new("connector", sheets), new("organization", first), new("organization", second)],
            Now = server.Now,
        };
        return new(at, oracle, []);
    }

    /// <summary>Notes whom an answer is about.</summary>
    public void Learn(Reply answer)
    {
        if ((answer.At("data.id") ?? answer.At("userId")) is { } id && !Users.Contains((string)id!))
        {
            Users.Enqueue((string)id!);
        }
    }
}
