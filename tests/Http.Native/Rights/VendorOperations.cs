using Roster.Core.Keys;
using Roster.Core.Roles;

namespace Roster.Tests.Http.Native.Rights;

/// <summary>Some operations of each other door: the rights are the core's, so a few of each kind are enough.</summary>
internal static class VendorOperations
{
    private static readonly Level[] Levels = [Level.Viewer, Level.Member, Level.Admin];

    public static IEnumerable<Operation> Fivetran =>
    [
        new("GET users", Grants.Read, Place.Account, Level.None, async _ => ("GET", "/v1/users", null)),
        new("GET a group's users", Grants.Read, Place.Warehouse, Level.None, async _ => ("GET", "/v1/groups/warehouse/users", null)),
        new("GET a connection", Grants.Read, Place.Orders, Level.None, async _ => ("GET", "/v1/connections/orders", null)),
        new("create a group", Grants.Admin, Place.Account, Level.None, async world => ("POST", "/v1/groups", $$"""{"name":"{{world.Fresh("group")}}"}""")),
        .. Levels.SelectMany(level => new Operation[]
        {
            new($"invite with {level}", Grants.Provision, Place.Account, level, async world =>
                ("POST", "/v1/users", $$"""{"email":"{{world.Fresh("new")}}@example.com","given_name":"N","family_name":"N","role":"{{RightsWorld.RoleOf(Place.Account, level)}}"}""")),
            new($"delete who holds {level}", Grants.Provision, Place.Account, level, async world => ("DELETE", $"/v1/users/{await world.HolderAsync(level)}", null)),
            new($"give {level} in the account", Grants.Provision, Place.Account, level, async world =>
                ("PATCH", $"/v1/users/{await world.HolderAsync(Level.None)}", $$"""{"role":"{{RightsWorld.RoleOf(Place.Account, level)}}"}""")),
            new($"take {level} in the account", Grants.Provision, Place.Account, level, async world =>
                ("DELETE", $"/v1/users/{await world.HolderAsync(level)}/role", null)),
            new($"give {level} in a group", Grants.Provision, Place.Warehouse, level, async world =>
                ("POST", $"/v1/users/{await world.HolderAsync(Level.None)}/groups", $$"""{"id":"warehouse","role":"{{RightsWorld.RoleOf(Place.Warehouse, level)}}"}""")),
            new($"take {level} in a connection", Grants.Provision, Place.Orders, level, async world =>
                ("DELETE", $"/v1/users/{await world.HolderAsync(level, Place.Orders)}/connections/orders", null)),
        }),
    ];

    public static IEnumerable<Operation> WhyLabs =>
    [
        new("GET users", Grants.Read, Place.Account, Level.None, async world => ("GET", $"{At(world)}/users", null)),
        new("GET memberships", Grants.Read, Place.Account, Level.None, async world => ("GET", $"{At(world)}/memberships", null)),
        new("create a user", Grants.Provision, Place.Account, Level.None, async world =>
            ("POST", $"{At(world)}/user", $$"""{"email":"{{world.Fresh("new")}}@example.com"}""")),
        .. Levels.SelectMany(level => new Operation[]
        {
            new($"delete who holds {level}", Grants.Provision, Place.Account, level, async world => ("DELETE", $"{At(world)}/user/{await world.HolderAsync(level)}", null)),
            new($"give {level} in the account", Grants.Provision, Place.Account, level, async world => Patch(world, world.Account.Id.Value, level, await world.HolderAsync(Level.None), null)),
            new($"take {level} in the account", Grants.Provision, Place.Account, level, async world => Patch(world, world.Account.Id.Value, level, null, await world.HolderAsync(level))),
            new($"give {level} in an organization", Grants.Provision, Place.Lab, level, async world => Patch(world, "org-lab", level, await world.HolderAsync(Level.None), null)),
            new($"take {level} in an organization", Grants.Provision, Place.Lab, level, async world => Patch(world, "org-lab", level, null, await world.HolderAsync(level, Place.Lab))),
        }),
    ];

    private static string At(RightsWorld world) => $"/v0/accounts/org/{world.Account.Id}";

    private static (string Method, string Target, string? Body) Patch(RightsWorld world, string organization, Level level, object? add, object? remove) => (
        "PATCH",
        $"{At(world)}/memberships?managed_org_id={organization}&role={level.ToString().ToUpperInvariant()}",
        $$"""{"userIdsToAdd":[{{(add is null ? "" : $"\"{add}\"")}}],"userIdsToDelete":[{{(remove is null ? "" : $"\"{remove}\"")}}]}""");
}
