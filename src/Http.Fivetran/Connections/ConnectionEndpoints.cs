using Microsoft.AspNetCore.Http;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Http.Fivetran.Connections;

/// <summary>The least of connections that memberships in them need.</summary>
internal sealed class ConnectionEndpoints(
    ListScopes listScopes, FindScope findScope, CreateScope createScope, ChangeScope changeScope, EndScope endScope)
{
    public ValueTask ListAsync(Exchange exchange)
    {
        var query = exchange.Query();
        return ListAsync(exchange, query, query.Text("group_id"), "Connections list retrieved successfully");
    }

    public ValueTask ListOfGroupAsync(Exchange exchange) =>
        ListAsync(exchange, exchange.Query(), exchange.Path("groupId"), "Group connections retrieved successfully");

    public async ValueTask CreateAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var (service, group) = (body.RequiredText("service"), body.RequiredText("group_id"));
        var settings = ConnectionPatch.Read(body).Apply(new ConnectionSettings(exchange.Caller.Actor.Owner?.Value));
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var request = new CreateScopeRequest(
            ScopeKind.Connector, settings.NameFor(service), group, service, settings.ToText());
        var connection = await createScope.RunAsync(exchange.Caller, request, exchange.Cancellation);
        if (!await exchange.RefusedAsync(connection))
        {
            await exchange.SucceedAsync(
                "Connection has been created", connection.Value, ConnectionWire.Write, StatusCodes.Status201Created);
        }
    }

    public async ValueTask ShowAsync(Exchange exchange)
    {
        var connection = await findScope.RunAsync(exchange.Caller, ConnectionOf(exchange), exchange.Cancellation);
        if (!await exchange.RefusedAsync(connection))
        {
            await exchange.SucceedAsync("Connection details retrieved successfully", connection.Value, ConnectionWire.Write);
        }
    }

    public async ValueTask ChangeAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var patch = ConnectionPatch.Read(body);
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var connection = await changeScope.RunAsync(
            exchange.Caller, ConnectionOf(exchange), current => Changed(current, patch), exchange.Cancellation);
        if (!await exchange.RefusedAsync(connection))
        {
            await exchange.SucceedAsync("Connection has been updated", connection.Value, ConnectionWire.Write);
        }
    }

    public async ValueTask DeleteAsync(Exchange exchange)
    {
        var connection = ConnectionOf(exchange);
        if (!await exchange.RefusedAsync(await endScope.RunAsync(exchange.Caller, connection, exchange.Cancellation)))
        {
            await exchange.SucceedAsync($"Connection with id '{connection.Id}' has been deleted");
        }
    }

    private async ValueTask ListAsync(Exchange exchange, QueryFields query, string? group, string message)
    {
        var schema = query.Text("schema");
        var list = $"connections?group_id={group}&schema={schema}";
        var page = query.Page(exchange, list);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var filter = new ScopeFilter(ScopeKind.Connector, group is null ? null : ScopeId.Group(group), schema);
        var connections = await listScopes.RunAsync(exchange.Caller, filter, page, exchange.Cancellation);
        if (!await exchange.RefusedAsync(connections))
        {
            await exchange.SucceedAsync(message, list, connections.Value, ConnectionWire.Write);
        }
    }

    /// <summary>The name follows the config, unless the request leaves the config alone: another door may have given the name.</summary>
    private static ChangeScopeRequest Changed(Scope connection, ConnectionPatch patch)
    {
        var before = ConnectionSettings.Of(connection);
        var after = patch.Apply(before);
        var service = connection.Service ?? "";
        var name = after.NameFor(service);
        return new ChangeScopeRequest(
            connection.Id,
            name == before.NameFor(service) ? default(Optional<string>) : name,
            after == before ? default(Optional<string?>) : after.ToText());
    }

    private static ScopeId ConnectionOf(Exchange exchange) => Place.Of(exchange.Pattern())!.ScopeOf(exchange);
}
