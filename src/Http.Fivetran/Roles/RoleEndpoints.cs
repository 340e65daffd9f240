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

    private static Slice<ListedRole> Cut(IReadOnlyList<ListedRole> roles, Page page)
    {
        var rest = roles.Where(listed => listed.Number > page.After && ScopesOf(listed.Role).Any());
        return Slice<ListedRole>.Cut([.. rest.Take(page.Limit + 1)], page.Limit, listed => listed.Number);
    }

    private static void Write(Utf8JsonWriter json, ListedRole listed)
    {
        var role = listed.Role;
        json.WriteStartObject();
        json.WriteString("name"u8, role.Name);

        // Clients expect some description, and a role of the account's own may have none.
        json.WriteString("description"u8, role.Description.Length > 0 ? role.Description : role.Name);
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
