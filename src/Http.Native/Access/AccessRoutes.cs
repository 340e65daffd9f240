namespace Roster.Http.Native.Access;

/// <summary>What access checks rest on besides users, roles and memberships, and why they answer as they do.</summary>
internal sealed class AccessRoutes(
    SettingsEndpoints settings,
    ResourceTypeEndpoints types,
    ResourceEndpoints resources,
    UserAttributesEndpoints attributes,
    ExplainEndpoints explain)
{
    public IReadOnlyList<Route> All =>
    [
        new("GET", "/api/access/settings", settings.ShowAsync),
        new("PATCH", "/api/access/settings", settings.ChangeAsync),
        new("GET", "/api/access/explain", explain.ShowAsync),

        new("GET", "/api/resource-types", types.ListAsync, Keeps: true),
        new("GET", "/api/resource-types/{name}", types.ShowAsync),
        new("PUT", "/api/resource-types/{name}", types.PutAsync),
        new("DELETE", "/api/resource-types/{name}", types.DeleteAsync),

        new("GET", "/api/resources/{type}", resources.ListAsync, Keeps: true),
        new("GET", "/api/resources/{type}/{id}", resources.ShowAsync),
        new("PUT", "/api/resources/{type}/{id}", resources.PutAsync),
        new("DELETE", "/api/resources/{type}/{id}", resources.DeleteAsync),

        new("GET", "/api/users/{id}/attributes", attributes.ShowAsync),
        new("PUT", "/api/users/{id}/attributes", attributes.PutAsync),
    ];
}
