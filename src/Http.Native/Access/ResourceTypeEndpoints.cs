using Roster.Core.Access.Resources;
using Roster.Core.Outcomes;
using Roster.Http.Native.Writes;

namespace Roster.Http.Native.Access;

/// <summary>Types of resource that the account has defined, besides its kinds of scope.</summary>
internal sealed class ResourceTypeEndpoints(ListResourceTypes list, DefineResourceType define, RemoveResourceType remove)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        const string Listed = "resource-types";
        var query = exchange.Query();
        var page = query.TextPage(exchange, Listed);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var found = await list.RunAsync(exchange.Caller, page.After, page.Limit + 1, exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await exchange.AnswerAsync(Listed, page, found.Value, type => type.Name, ResourceWire.Write);
        }
    }

    public async ValueTask ShowAsync(Exchange exchange)
    {
        var found = await list.FindAsync(exchange.Caller, exchange.Path("name"), exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await ResourceWire.Type.AnswerAsync(exchange, found.Value);
        }
    }

    public async ValueTask PutAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var request = new DefineResourceTypeRequest(exchange.Path("name"), Ids(body), PlaceBody.Read(body, "home", exchange.Account));
        if (!await exchange.RefusedAsync(body.Problem))
        {
            await exchange.WriteAsync(caller => define.RunAsync(caller, request, exchange.Cancellation), ResourceWire.DefinedType);
        }
    }

    public ValueTask DeleteAsync(Exchange exchange) => exchange.WriteAsync(
        caller => remove.RunAsync(caller, exchange.Path("name"), exchange.Cancellation), Replies.Nothing<Done>());

    private static ResourceIds Ids(Fields body)
    {
        switch (body.Text("ids"))
        {
            case null or "registered":
                return ResourceIds.Registered;
            case "any":
                return ResourceIds.Any;
            default:
                body.Refuse("ids", "must be registered or any");
                return ResourceIds.Registered;
        }
    }
}
