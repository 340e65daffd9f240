using System.Text.Json;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Http.Fivetran.Roles;

/// <summary>The roles that can be given through this door: all but those of organizations alone.</summary>
internal sealed class RoleEndpoints(ListRoles listRoles)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        const string List = "roles";
        var query = exchange.Query();
        var page = query.Page(exchange, List);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var roles = await listRoles.RunAsync(exchange.Caller, exchange.Cancellation);
        if (!await exchange.RefusedAsync(roles))
        {
            await exchange.SucceedAsync("Roles list retrieved successfully", List, Cut(roles.Value, page), Write);
        }
    }

    // A role has no number of its own; its place in the list is one.
    private static Slice<Role> Cut(IReadOnlyList<Role> roles, Page page)
    {
        var shown = roles.Where(role => ScopesOf(role).Any()).ToList();
        var after = (int)Math.Min(page.After, shown.Count);
        var items = shown.GetRange(after, Math.Min(page.Limit, shown.Count - after));
        var end = after + items.Count;
        return new(items, end < shown.Count ? end : null);
    }

    private static void Write(Utf8JsonWriter json, Role role)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, role.Name);
        json.WriteString("description"u8, role.Description);
        json.WriteStartArray("scope"u8);
        foreach (var scope in ScopesOf(role))
        {
            json.WriteStringValue(scope);
        }

        json.WriteEndArray();
        json.WriteBoolean("is_custom"u8, role.IsCustom);
        json.WriteBoolean("is_deprecated"u8, role.ReplacedBy is not null);
        json.WriteString("replacement_role_name"u8, role.ReplacedBy);
        json.WriteEndObject();
    }

    private static IEnumerable<string> ScopesOf(Role role) => role.Kinds.Select(NameOf).OfType<string>();

    private static string? NameOf(ScopeKind kind) => kind switch
    {
        ScopeKind.Account => "ACCOUNT",
        ScopeKind.Group => "DESTINATION",
        ScopeKind.Connector => "CONNECTOR",
        ScopeKind.Team => "TEAM",
        _ => null,
    };
}
