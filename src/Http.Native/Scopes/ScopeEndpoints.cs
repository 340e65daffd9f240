using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Http.Native.Writes;

namespace Roster.Http.Native.Scopes;

/// <summary>Organizations, groups and connectors: one set of endpoints for the three kinds.</summary>
internal sealed class ScopeEndpoints(
    ListScopes list, FindScope find, CreateScope create, ChangeScope change, EndScope end)
{
    public async ValueTask ListAsync(Exchange exchange, ScopeKind kind)
    {
        var query = exchange.Query();
        var group = kind == ScopeKind.Connector ? query.Text("groupId") : null;
        var listed = $"{kind}/{group}";
        var page = query.Page(exchange, listed);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var filter = new ScopeFilter(kind, group is null ? null : ScopeId.Group(group));
        var found = await list.RunAsync(exchange.Caller, filter, page, exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await exchange.AnswerAsync(listed, found.Value, ScopeWire.Write);
        }
    }

    public async ValueTask CreateAsync(Exchange exchange, ScopeKind kind)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var isConnector = kind == ScopeKind.Connector;
        var request = new CreateScopeRequest(
            kind,
            body.RequiredText("name"),
            isConnector ? body.RequiredText("groupId") : null,
            isConnector ? body.RequiredText("service") : null,
            Id: body.Text("id"));
        if (!await exchange.RefusedAsync(body.Problem))
        {
            await exchange.WriteAsync(caller => create.RunAsync(caller, request, exchange.Cancellation), ScopeWire.Made);
        }
    }

    public async ValueTask ShowAsync(Exchange exchange, ScopeKind kind)
    {
        var found = await find.RunAsync(exchange.Caller, Named(exchange, kind), exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await ScopeWire.One.AnswerAsync(exchange, found.Value);
        }
    }

    public async ValueTask ChangeAsync(Exchange exchange, ScopeKind kind)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var name = body.Has("name") ? body.RequiredText("name") : default(Optional<string>);
        if (!await exchange.RefusedAsync(body.Problem))
        {
            var request = new ChangeScopeRequest(Named(exchange, kind), name);
            await exchange.WriteAsync(caller => change.RunAsync(caller, request, exchange.Cancellation), ScopeWire.One);
        }
    }

    public ValueTask DeleteAsync(Exchange exchange, ScopeKind kind) => exchange.WriteAsync(
        caller => end.RunAsync(caller, Named(exchange, kind), exchange.Cancellation), Replies.Nothing<Done>());

    private static ScopeId Named(Exchange exchange, ScopeKind kind) => new(kind, exchange.Path("id"));
}
