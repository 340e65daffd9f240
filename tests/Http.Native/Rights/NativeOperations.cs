using Roster.Core.Keys;
using Roster.Core.Roles;
using Roster.Core.Scopes;

namespace Roster.Tests.Http.Native.Rights;

/// <summary>Every kind of operation of this door.</summary>
internal static class NativeOperations
{
    private static readonly Level[] Levels = [Level.Viewer, Level.Member, Level.Admin];
    private static readonly Place[] Places = [Place.Account, Place.Lab, Place.Warehouse, Place.Orders, Place.Staging];

    public static IEnumerable<Operation> All =>
    [
        Read("/api/account"), Read("/api/document"), Read("/api/roles"), Read("/api/changes"), Read("/api/users"), Read("/api/users?userName=ada%40example.com"),
        Read("/api/users/ada"), Read("/api/keys"), Read("/api/memberships"), Read("/api/organizations"), Read("/api/groups"), Read("/api/connectors"),
        Read("/api/organizations/org-lab", Place.Lab), Read("/api/groups/warehouse", Place.Warehouse), Read("/api/groups/staging", Place.Staging),
        Read("/api/connectors/orders", Place.Orders), Read("/api/connectors?groupId=warehouse", Place.Warehouse),
        Read("/api/memberships?kind=group&scopeId=warehouse", Place.Warehouse), Read("/api/memberships?kind=connector&scopeId=orders", Place.Orders),
        .. Users, .. Levels.SelectMany(UsersWith), .. Memberships, .. Scopes, .. Teams, .. Levels.SelectMany(TeamsWith), .. Keys, .. Plans, .. Access, .. Levels.SelectMany(AttributesOfWhoHolds),
    ];

    private static IEnumerable<Operation> Users =>
    [
        Make("create a user", Grants.Provision, Place.Account, Level.None, async world => ("POST", "/api/users", $$"""{"userName":"{{world.Fresh("user")}}"}""")),
        Make("note a phone number", Grants.Provision, Place.Account, Level.None, async world => ("PATCH", $"/api/users/{await world.HolderAsync(Level.Admin)}", """{"phone":"1"}""")),
        .. On("rename", Level.None, user => ("PATCH", $"/api/users/{user}", $$"""{"userName":"{{user}}-x"}""")),
        .. On("delete", Level.None, user => ("DELETE", $"/api/users/{user}", null)),
    ];

    private static IEnumerable<Operation> Memberships =>
        from place in Places
        from level in Levels
        from operation in new[]
        {
            Make($"give {level} in {place}", Grants.Provision, place, level, async world =>
                ("PUT", $"/api/memberships/{world.PathOf(place)}/{await world.HolderAsync(Level.None)}", Role(place, level))),
            Make($"take {level} in {place}", Grants.Provision, place, level, async world =>
                ("DELETE", $"/api/memberships/{world.PathOf(place)}/{await world.HolderAsync(level, place)}", null)),
            Make($"change {level} to viewer in {place}", Grants.Provision, place, level, async world =>
                ("PUT", $"/api/memberships/{world.PathOf(place)}/{await world.HolderAsync(level, place)}", Role(place, Level.Viewer))),
            Make($"change viewer to {level} in {place}", Grants.Provision, place, level, async world =>
                ("PUT", $"/api/memberships/{world.PathOf(place)}/{await world.HolderAsync(Level.Viewer, place)}", Role(place, level))),
        }
        select operation;

    private static IEnumerable<Operation> Scopes =>
    [
        Make("create an organization", Grants.Admin, Place.Account, Level.None, async _ => ("POST", "/api/organizations", """{"name":"New"}""")),
        Make("create a group", Grants.Admin, Place.Account, Level.None, async _ => ("POST", "/api/groups", """{"name":"New"}""")),
        Make("create a connector", Grants.Admin, Place.Warehouse, Level.None, async _ => ("POST", "/api/connectors", """{"name":"New","groupId":"warehouse","service":"kafka"}""")),
        Make("rename an organization", Grants.Admin, Place.Lab, Level.None, async world => ("PATCH", "/api/organizations/org-lab", $$"""{"name":"{{world.Fresh("Lab")}}"}""")),
        Make("rename a group", Grants.Admin, Place.Warehouse, Level.None, async world => ("PATCH", "/api/groups/warehouse", $$"""{"name":"{{world.Fresh("Depot")}}"}""")),
        Make("rename a connector", Grants.Admin, Place.Orders, Level.None, async world => ("PATCH", "/api/connectors/orders", $$"""{"name":"{{world.Fresh("orders")}}"}""")),
        Make("delete a connector", Grants.Admin, Place.Warehouse, Level.None, async world =>
            ("DELETE", $"/api/connectors/{(await world.Account.CreateConnectorAsync(ScopeId.Group("warehouse"), "old")).Id}", null)),
        Make("delete a group", Grants.Admin, Place.Account, Level.None, async world =>
            ("DELETE", $"/api/groups/{(await world.Account.CreateGroupAsync("Old")).Id}", null)),
    ];

    private static IEnumerable<Operation> Teams =>
    [
        Read("/api/teams"), Read("/api/roles/Owner"),
        Make("create a team", Grants.Provision, Place.Account, Level.None, async _ => ("POST", "/api/teams", """{"name":"New"}""")),
        Make("describe a team", Grants.Provision, Place.Account, Level.None, async world =>
            ("PATCH", $"/api/teams/{await world.TeamAsync(Level.Admin)}", """{"description":"d"}""")),
        Make("define a role", Grants.Admin, Place.Account, Level.None, async world =>
            ("POST", "/api/roles", $$"""{"name":"{{world.Fresh("Role")}}","kinds":["group"],"level":"viewer"}""")),
        Make("remove a role", Grants.Admin, Place.Account, Level.None, async world =>
        {
            var name = world.Fresh("Role");
            await world.Account.DefineRoleAsync(name, ScopeKind.Group, Level.Admin);
            return ("DELETE", $"/api/roles/{name}", null);
        }),
    ];

    /// <summary>With a team that holds the level in the account, and nobody of another level in it. A seat alone has level member.</summary>
    private static IEnumerable<Operation> TeamsWith(Level level) =>
    [
        Make($"rename a team with {level}", Grants.Provision, Place.Account, level, async world =>
            ("PATCH", $"/api/teams/{await world.TeamAsync(level)}", """{"name":"New"}""")),
        Make($"delete a team with {level}", Grants.Provision, Place.Account, level, async world => ("DELETE", $"/api/teams/{await world.TeamAsync(level)}", null)),
        Make($"take somebody into a team with {level}", Grants.Provision, Place.Account, LevelRules.Highest(level, Level.Member), async world =>
            ("PUT", $"/api/teams/{await world.TeamAsync(level)}/users/{await world.HolderAsync(Level.None)}", """{"role":"Team Member"}""")),
        Make($"delete who sits in a team with {level}", Grants.Provision, Place.Account, LevelRules.Highest(level, Level.Member), async world =>
            ("DELETE", $"/api/users/{await world.SeatedAsync(level)}", null)),
        Make($"give a team {level} in a group", Grants.Provision, Place.Staging, level, async world =>
            ("PUT", $"/api/memberships/group/staging/teams/{await world.TeamAsync(Level.None)}", Role(Place.Staging, level))),
    ];

    private static IEnumerable<Operation> Keys =>
    [
        Make("make a key", Grants.Admin, Place.Account, Level.None, async _ => ("POST", "/api/keys", """{"name":"new","grants":["read"]}""")),
        Make("make a user's key", Grants.Admin, Place.Account, Level.None, async _ => ("POST", "/api/keys", """{"name":"new","grants":["admin"],"ownerId":"ada"}""")),
        Make("rotate a key", Grants.Admin, Place.Account, Level.None, async world => ("POST", $"/api/keys/{(await world.Account.MintKeyAsync(Grants.Read)).Id}/rotate", "{}")),
        Make("revoke a key", Grants.Admin, Place.Account, Level.None, async world => ("DELETE", $"/api/keys/{(await world.Account.MintKeyAsync(Grants.Admin)).Id}", null)),
    ];

    private static IEnumerable<Operation> Plans =>
    [
        Make("make a plan", Grants.Admin, Place.Account, Level.None, async _ => ("POST", "/api/plans", """{"roster":1,"manages":{}}""")),
        Make("see a plan", Grants.Admin, Place.Account, Level.None, async world => ("GET", $"/api/plans/{await PlanAsync(world)}", null)),
        Make("apply a plan", Grants.Admin, Place.Account, Level.None, async world => ("POST", $"/api/plans/{await PlanAsync(world)}/apply", null)),
    ];

    private static IEnumerable<Operation> Access =>
    [
        Read("/api/access/settings"), Read("/api/resource-types"), Read("/api/users/ada/attributes"),
        Make("ask why", Grants.Check, Place.Account, Level.None, async _ =>
            ("GET", "/api/access/explain?subjectId=ada&action=read&resourceType=group&resourceId=warehouse", null)),
        Make("say how to be asked", Grants.Admin, Place.Account, Level.None, async _ => ("PATCH", "/api/access/settings", """{"showsReasons":false}""")),
        Make("define a resource type", Grants.Admin, Place.Account, Level.None, async world => ("PUT", $"/api/resource-types/{world.Fresh("type")}", "{}")),
        Make("remove a resource type", Grants.Admin, Place.Account, Level.None, async world => ("DELETE", $"/api/resource-types/{await TypeAsync(world)}", null)),
        Make("register a resource", Grants.Provision, Place.Account, Level.None, async world => ("PUT", $"/api/resources/{await TypeAsync(world)}/one", "{}")),
        Make("remove a resource", Grants.Provision, Place.Account, Level.None, async world =>
        {
            var resource = $"/api/resources/{await TypeAsync(world)}/one";
            await world.Account.Native.PutAsync(resource, "{}");
            return ("DELETE", resource, null);
        }),
    ];

    private static IEnumerable<Operation> AttributesOfWhoHolds(Level level) => On(
        "keep attributes of", level, user => ("PUT", $"/api/users/{user}/attributes", """{"department":"sales"}"""));

    private static async Task<string> TypeAsync(RightsWorld world)
    {
        var type = world.Fresh("type");
        await world.Account.Native.PutAsync($"/api/resource-types/{type}", "{}");
        return type;
    }

    private static async Task<string> PlanAsync(RightsWorld world)
    {
        var body = $$"""{"roster":1,"manages":{},"users":[{"userName":"{{world.Fresh("planned")}}"}]}""";
        return (await world.Account.Native.PostAsync("/api/plans", body)).Json.GetProperty("id").GetString()!;
    }

    private static IEnumerable<Operation> UsersWith(Level level) =>
    [
        .. On("rename", level, user => ("PATCH", $"/api/users/{user}", $$"""{"userName":"{{user}}-x"}""")),
        .. On("deactivate", level, user => ("PATCH", $"/api/users/{user}", """{"active":false}""")),
        .. On("delete", level, user => ("DELETE", $"/api/users/{user}", null)),
        .. On("invite", level, user => ("POST", $"/api/users/{user}/invitation", null)),
    ];

    /// <summary>To who holds the level in the account, and to who holds it in a group alone.</summary>
    private static IEnumerable<Operation> On(string verb, Level level, Func<string, (string Method, string Target, string? Body)> request) =>
        from place in new[] { Place.Account, Place.Staging }
        select Make($"{verb} who holds {level} in {place}", Grants.Provision, Place.Account, level, async world =>
            request((await world.HolderAsync(level, place)).Value));

    private static Operation Read(string target, Place place = Place.Account) =>
        Make($"GET {target}", Grants.Read, place, Level.None, async _ => ("GET", target, null));

    private static Operation Make(
        string name, Grants need, Place place, Level touched, Func<RightsWorld, Task<(string Method, string Target, string? Body)>> prepare) =>
        new(name, need, place, touched, prepare);

    private static string Role(Place place, Level level) => $$"""{"role":"{{RightsWorld.RoleOf(place, level)}}"}""";
}
