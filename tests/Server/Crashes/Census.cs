using System.Text.Json.Nodes;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Crashes;

/// <summary>Everybody's fate as the doors show it, and the ids that go with the addresses.</summary>
internal sealed record Census(IReadOnlyDictionary<string, Fate> Fates, IReadOnlyDictionary<string, string> Ids)
{
    public Fate Of(string email) => Fates.GetValueOrDefault(email, Fate.Absent);

    public static async Task<Census> TakeAsync(AccountClient at)
    {
        var users = (await at.DoAsync(at.Fivetran.Users())).List("data.items");
        var held = (await at.DoAsync(at.Native.Memberships(""))).List("items").ToLookup(item => (string)item["userId"]!);
        var keys = (await at.DoAsync(at.Native.Keys())).List("items").Where(key => key["ownerId"] is not null).ToLookup(key => (string)key["ownerId"]!);
        var ids = users.ToDictionary(user => (string)user["email"]!, user => (string)user["id"]!);

        // A membership or key of somebody who is not there would be half of a deletion.
        held.Select(group => group.Key).Concat(keys.Select(group => group.Key)).Except(ids.Values).ShouldBeEmpty();
        return new(
            users.ToDictionary(user => (string)user["email"]!, user => Of(user, held[(string)user["id"]!], keys[(string)user["id"]!].Count())),
            ids);
    }

    private static Fate Of(JsonNode user, IEnumerable<JsonNode> held, int keys)
    {
        var roles = held.ToDictionary(item => (string)item["kind"]!, item => (string)item["role"]!);
        return new()
        {
            Exists = true,
            Active = (bool)user["active"]!,
            Invited = (bool)user["invited"]!,
            Phone = (string?)user["phone"],
            Role = roles.GetValueOrDefault("account"),
            InGroup = roles.GetValueOrDefault("group"),
            InOrganization = roles.GetValueOrDefault("organization"),
            Keys = keys,
        };
    }
}
