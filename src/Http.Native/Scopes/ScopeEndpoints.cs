using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

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
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var created = await create.RunAsync(exchange.Caller, request, exchange.Cancellation);
        if (!await exchange.RefusedAsync(created))
        {
            var scope = created.Value;
            await exchange.WithVersion(scope.ChangedIn).CreatedAsync(
                $"/api/{kind.WireName()}s/{scope.Id.Id}", scope, ScopeWire.Write);
        }
    }

    public async ValueTask ShowAsync(Exchange exchange, ScopeKind kind) =>
        await AnswerAsync(exchange, await find.RunAsync(exchange.Caller, Named(exchange, kind), exchange.Cancellation));

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
            await AnswerAsync(exchange, await change.RunAsync(exchange.Caller, request, exchange.Cancellation));
        }
    }

    public async ValueTask DeleteAsync(Exchange exchange, ScopeKind kind)
    {
        var ended = await end.RunAsync(exchange.Caller, Named(exchange, kind), exchange.Cancellation);
        if (!await exchange.RefusedAsync(ended))
        {
            await exchange.AnswerAsync(204);
        }
    }

    private static ScopeId Named(Exchange exchange, ScopeKind kind) => new(kind, exchange.Path("id"));

    private static async ValueTask AnswerAsync(Exchange exchange, Outcome<Scope> found)
    {
        if (!await exchange.RefusedAsync(found))
        {
            await exchange.WithVersion(found.Value.ChangedIn).AnswerAsync(200, found.Value, ScopeWire.Write);
        }
    }
}
