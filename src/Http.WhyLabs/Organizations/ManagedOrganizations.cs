using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Http.WhyLabs.Keys;

namespace Roster.Http.WhyLabs.Organizations;

/// <summary>The organizations that the account manages.</summary>
internal sealed class ManagedOrganizations(ListScopes list, CreateScope create)
{
    public ValueTask ListInAccountAsync(Exchange exchange) => ListAsync(exchange, exchange.Caller, "orgId");

    public ValueTask ListAsync(Exchange exchange) => ListAsync(exchange, Reader(exchange.Caller), "id");

    public async ValueTask CreateAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var name = body.RequiredText("name");
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var created = await create.RunAsync(exchange.Caller, new(ScopeKind.Organization, name), exchange.Cancellation);
        if (!await exchange.RefusedAsync(created))
        {
            await exchange.OkAsync(created.Value, (json, organization) => Write(json, organization, "id"));
        }
    }

    private async ValueTask ListAsync(Exchange exchange, Caller reader, string idName)
    {
        var organizations = await list.OrganizationsAsync(reader, exchange.Cancellation);
        if (!await exchange.RefusedAsync(organizations))
        {
            await exchange.OkAsync(
                organizations.Value,
                (json, all) =>
                {
                    json.WriteStartArray();
                    foreach (var organization in all)
                    {
                        Write(json, organization, idName);
                    }

                    json.WriteEndArray();
                });
        }
    }

    /// <summary>A scope of the key may open this one list, which no grant of the key does; the list is then read in the server's name.</summary>
    private static Caller Reader(Caller caller) =>
        caller.Actor is KeyActor { InAccount.Level: > Level.None } actor && KeyScopes.OpensOrganizations(actor.Key)
            ? caller with { Actor = new ServerActor() }
            : caller;

    private static void Write(Utf8JsonWriter json, Scope organization, string idName)
    {
        json.WriteStartObject();
        json.WriteString(idName, organization.Id.Id);
        json.WriteString("name", organization.Name);
        json.WriteEndObject();
    }
}
