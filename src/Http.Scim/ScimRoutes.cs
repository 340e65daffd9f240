using Roster.Http.Scim.Bulk;
using Roster.Http.Scim.Discovery;
using Roster.Http.Scim.Groups;
using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Schemas;
using Roster.Http.Scim.Users;

namespace Roster.Http.Scim;

/// <summary>All that this dialect answers. Without a version in the path the newest is meant.</summary>
internal static class ScimRoutes
{
    public const string Root = "/scim";
    public const string Versioned = "/scim/v2";

    private const int MaxBody = 16 * 1_048_576;

    public static IReadOnlyList<Route> Of(
        DiscoveryEndpoints discovery, UserEndpoints users, GroupEndpoints groups, BulkEndpoints bulk, ListEndpoints lists) =>
        [.. Below(Versioned, discovery, users, groups, bulk, lists), .. Below(Root, discovery, users, groups, bulk, lists)];

    private static IEnumerable<Route> Below(
        string root, DiscoveryEndpoints discovery, UserEndpoints users, GroupEndpoints groups, BulkEndpoints bulk, ListEndpoints lists) =>
    [
        new("GET", root + "/ServiceProviderConfig", discovery.ConfigAsync, RouteAccess.Anyone),
        new("GET", root + "/ResourceTypes", discovery.TypesAsync, RouteAccess.Anyone),
        new("GET", root + "/ResourceTypes/{kind}", discovery.TypeAsync, RouteAccess.Anyone),
        new("GET", root + "/Schemas", discovery.SchemasAsync, RouteAccess.Anyone),
        new("GET", root + "/Schemas/{kind}", discovery.SchemaAsync, RouteAccess.Anyone),

        new("GET", root, lists.AllAsync),
        new("POST", root + "/.search", lists.SearchAllAsync, MaxBody: MaxBody),

        new("GET", root + "/Users", lists.ListOf(ResourceType.User)),
        new("POST", root + "/Users", users.CreateAsync, MaxBody: MaxBody),
        new("POST", root + "/Users/.search", lists.SearchOf(ResourceType.User), MaxBody: MaxBody),
        new("GET", root + "/Users/{id}", users.GetAsync),
        new("PUT", root + "/Users/{id}", users.PutAsync, MaxBody: MaxBody),
        new("PATCH", root + "/Users/{id}", users.PatchAsync, MaxBody: MaxBody),
        new("DELETE", root + "/Users/{id}", users.DeleteAsync),

        new("GET", root + "/Groups", lists.ListOf(ResourceType.Group)),
        new("POST", root + "/Groups", groups.CreateAsync, MaxBody: MaxBody),
        new("POST", root + "/Groups/.search", lists.SearchOf(ResourceType.Group), MaxBody: MaxBody),
        new("GET", root + "/Groups/{id}", groups.GetAsync),
        new("PUT", root + "/Groups/{id}", groups.PutAsync, MaxBody: MaxBody),
        new("PATCH", root + "/Groups/{id}", groups.PatchAsync, MaxBody: MaxBody),
        new("DELETE", root + "/Groups/{id}", groups.DeleteAsync),

        new("POST", root + "/Bulk", bulk.RunAsync, MaxBody: BulkLimits.MaxPayload),

        new("GET", root + "/Me", users.GetMeAsync),
        new("POST", root + "/Me", UserEndpoints.CreateMeAsync),
        new("PUT", root + "/Me", users.PutMeAsync, MaxBody: MaxBody),
        new("PATCH", root + "/Me", users.PatchMeAsync, MaxBody: MaxBody),
        new("DELETE", root + "/Me", users.DeleteMeAsync),
    ];
}
