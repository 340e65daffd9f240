using Roster.Core.Access.Resources;
using Roster.Core.Outcomes;
using Roster.Http.Native.Writes;

namespace Roster.Http.Native.Access;

/// <summary>Resources of an application's that are registered: where they are, and what is kept about them.</summary>
internal sealed class ResourceEndpoints(ListResources list, RegisterResource register, RemoveResource remove)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        var type = exchange.Path("type");
        var listed = "resources/" + type;
        var query = exchange.Query();
        var page = query.TextPage(exchange, listed);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var found = await list.RunAsync(exchange.Caller, type, page.After, page.Limit + 1, exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await exchange.AnswerAsync(listed, page, found.Value, resource => resource.Id, ResourceWire.Write);
        }
    }

    public async ValueTask ShowAsync(Exchange exchange)
    {
        var found = await list.FindAsync(exchange.Caller, exchange.Path("type"), exchange.Path("id"), exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await ResourceWire.Resource.AnswerAsync(exchange, found.Value);
        }
    }

    public async ValueTask PutAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var request = new RegisterResourceRequest(
            exchange.Path("type"), exchange.Path("id"), PlaceBody.Read(body, "scope", exchange.Account), AttributesWire.Read(body, "attributes"));
        if (!await exchange.RefusedAsync(body.Problem))
        {
            await exchange.WriteAsync(caller => register.RunAsync(caller, request, exchange.Cancellation), ResourceWire.Registered);
        }
    }

    public ValueTask DeleteAsync(Exchange exchange) => exchange.WriteAsync(
        caller => remove.RunAsync(caller, exchange.Path("type"), exchange.Path("id"), exchange.Cancellation), Replies.Nothing<Done>());
}
