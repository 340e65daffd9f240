using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Http.Fivetran.Groups;

/// <summary>Groups, which are Fivetran's destinations.</summary>
internal sealed class GroupEndpoints(
    ListScopes listScopes, FindScope findScope, CreateScope createScope, ChangeScope changeScope, EndScope endScope)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        const string List = "groups";
        var query = exchange.Query();
        var page = query.Page(exchange, List);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var groups = await listScopes.RunAsync(
            exchange.Caller, new ScopeFilter(ScopeKind.Group), page, exchange.Cancellation);
        if (!await exchange.RefusedAsync(groups))
        {
            await exchange.SucceedAsync("Groups retrieved successfully", List, groups.Value, GroupWire.Write);
        }
    }

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

        var group = await createScope.RunAsync(
            exchange.Caller, new CreateScopeRequest(ScopeKind.Group, name), exchange.Cancellation);
        if (!await exchange.RefusedAsync(group))
        {
            await exchange.SucceedAsync("Group has been created", group.Value, GroupWire.Write, StatusCodes.Status201Created);
        }
    }

    public ValueTask ShowAsync(Exchange exchange) =>
        ShowAsync(exchange, "Group details retrieved successfully", GroupWire.Write);

    public ValueTask ShowPublicKeyAsync(Exchange exchange) =>
        ShowAsync(exchange, "Group SSH public key retrieved successfully", GroupWire.WritePublicKey);

    public ValueTask ShowServiceAccountAsync(Exchange exchange) =>
        ShowAsync(exchange, "Group service account retrieved successfully", GroupWire.WriteServiceAccount);

    public async ValueTask ChangeAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var name = body.Has("name") ? body.RequiredText("name") : default(Optional<string>);
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var group = await changeScope.RunAsync(
            exchange.Caller, new ChangeScopeRequest(GroupOf(exchange), name), exchange.Cancellation);
        if (!await exchange.RefusedAsync(group))
        {
            await exchange.SucceedAsync("Group has been updated", group.Value, GroupWire.Write);
        }
    }

    public async ValueTask DeleteAsync(Exchange exchange)
    {
        var group = GroupOf(exchange);
        if (!await exchange.RefusedAsync(await endScope.RunAsync(exchange.Caller, group, exchange.Cancellation)))
        {
            await exchange.SucceedAsync($"Group with id '{group.Id}' has been deleted");
        }
    }

    private async ValueTask ShowAsync(Exchange exchange, string message, Action<Utf8JsonWriter, Scope> write)
    {
        var group = await findScope.RunAsync(exchange.Caller, GroupOf(exchange), exchange.Cancellation);
        if (!await exchange.RefusedAsync(group))
        {
            await exchange.SucceedAsync(message, group.Value, write);
        }
    }

    private static ScopeId GroupOf(Exchange exchange) => Place.Groups.ScopeOf(exchange);
}
