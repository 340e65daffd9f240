using System.Text.Json.Nodes;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>The whole account in lines of text: as each door shows it, and as each should by the oracle's account.</summary>
internal static class Portrait
{
    public static string AtFivetran(JsonNode user) => string.Join(
        '|', "fivetran", user["id"], user["email"], user["given_name"], user["family_name"], user["phone"], user["role"], user["active"], user["invited"], user["verified"]);

    public static string AtFivetran(Oracle oracle, Somebody user) => string.Join(
        '|', "fivetran", user.Id, user.Email, user.GivenName, user.FamilyName, user.Phone, oracle.In(user, oracle.Account)?.Role,
        Flag(user.Active), Flag(user.Invited), Flag(false));

    public static string AtWhyLabs(JsonNode user) =>
        string.Join('|', "whylabs", user["userId"], user["email"], user["externalId"], user["userSchema"], user["active"]);

    public static string AtWhyLabs(Oracle oracle, Somebody user) =>
        string.Join('|', "whylabs", user.Id, user.Folded, user.ExternalId, user.UserSchema, Flag(user.Active));

    /// <summary>Reads every list of every door, all in the order in which the doors gave them.</summary>
    public static async Task<IReadOnlyList<string>> TakeAsync(AccountClient at, Oracle oracle)
    {
        var lines = new List<string>();
        lines.AddRange((await at.DoAsync(at.Fivetran.Users())).List("data.items").Select(user => AtFivetran(user)).Order(StringComparer.Ordinal));
        lines.AddRange((await at.DoAsync(at.WhyLabs.Users())).Body!.AsArray().Select(user => AtWhyLabs(user!)));
        foreach (var group in (await at.DoAsync(at.WhyLabs.Memberships())).List("memberships"))
        {
            lines.Add($"{group["orgId"]}|{group["role"]}|" + string.Join('|', group["members"]!.AsArray().Select(member => $"{member!["userId"]} {member["email"]}")));
        }

        foreach (var place in oracle.Places.Where(place => place.Kind == "group"))
        {
            var users = (await at.DoAsync(at.Fivetran.GroupUsers(place.Id))).List("data.items");
            lines.AddRange(users.Select(user => $"{place.Id}|{user["id"]}|{user["role"]}").Order(StringComparer.Ordinal));
        }

        var memberships = (await at.DoAsync(at.Native.Memberships(""))).List("items");
        lines.AddRange(memberships
            .Select(held => Membership((string)held["kind"]!, (string)held["scopeId"]!, (string)held["userId"]!, (string)held["role"]!, End(held)))
            .Order(StringComparer.Ordinal));
        return lines;
    }

    /// <summary>The same lines, by the oracle.</summary>
    public static IReadOnlyList<string> Of(Oracle oracle)
    {
        var lines = new List<string>();
        lines.AddRange(oracle.Users.Values.Select(user => AtFivetran(oracle, user)).Order(StringComparer.Ordinal));
        lines.AddRange(oracle.Users.Values.Select(user => AtWhyLabs(oracle, user)));
        lines.AddRange(RoleGroups(oracle));
        lines.AddRange(oracle.Places.Where(place => place.Kind == "group").SelectMany(place => InGroup(oracle, place)));
        lines.AddRange(oracle.Places.Prepend(oracle.Account)
            .SelectMany(place => oracle.HoldersIn(place).Select(pair => Membership(place.Kind, place.Id, pair.User.Id, pair.Held.Role, pair.Held.Until)))
            .Order(StringComparer.Ordinal));
        return lines;
    }

    private static IEnumerable<string> RoleGroups(Oracle oracle) =>
        from place in oracle.Places.Where(place => place.Kind == "organization").OrderBy(place => place.Id, StringComparer.Ordinal).Prepend(oracle.Account)
        from level in Roles.Levels
        let members = oracle.HoldersIn(place).Where(pair => Roles.LevelOf(pair.Held.Role) == level).Select(pair => $"{pair.User.Id} {pair.User.Folded}").ToList()
        where members.Count > 0
        select $"{place.Id}|{level}|" + string.Join('|', members);

    private static IEnumerable<string> InGroup(Oracle oracle, Place group) => oracle.Users.Values
        .Where(user => oracle.In(user, group) is not null || (oracle.In(user, oracle.Account) is { } held && Roles.Cascades(held.Role)))
        .Select(user => $"{group.Id}|{user.Id}|{oracle.In(user, group)?.Role}")
        .Order(StringComparer.Ordinal);

    private static string Membership(string kind, string scope, string user, string role, DateTimeOffset? until) =>
        $"{kind}|{scope}|{user}|{role}|{until?.UtcTicks / TimeSpan.TicksPerMicrosecond}";

    private static DateTimeOffset? End(JsonNode held) => held["expiresAt"] is { } end ? DateTimeOffset.Parse((string)end!) : null;

    private static string Flag(bool value) => value ? "true" : "false";
}
