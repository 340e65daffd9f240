using Roster.Core.Documents;
using Roster.Core.Scopes;
using Roster.Http.Native.Writes;

namespace Roster.Http.Native.Documents;

internal sealed class DocumentEndpoints(ExportDocument export, MakePlan make, FindPlan find, ApplyPlan apply)
{
    private const string Json = "application/json";

    public async ValueTask ShowAsync(Exchange exchange)
    {
        using DocumentSink sink = exchange.ChooseMediaType(Json) == Json ? new JsonSink() : new YamlSink();
        exchange.Context.Response.Headers.Vary = "Accept";
        var exported = await export.RunAsync(exchange.Caller, sink, exchange.Cancellation);
        if (!await exchange.RefusedAsync(exported))
        {
            exchange.Context.Response.Headers.ETag = $"\"{RevisionHeaders.Format(exchange.Epoch, exported.Revision)}\"";
            await sink.SendAsync(exchange);
        }
    }

    public async ValueTask PlanAsync(Exchange exchange)
    {
        var query = exchange.Query();
        var maxRemovals = query.Integer("maxRemovals", 0, Plan.MostRemovals, Plan.DefaultMaxRemovals);
        if (await exchange.RefusedAsync(query.Problem ?? MakePlan.Refusal(exchange.Caller)) || await exchange.ReadBodyAsync(YamlBody.Form) is not { } body)
        {
            return;
        }

        var request = new MakePlanRequest(DocumentBody.Read(body, ScopeId.Account(exchange.Account)), body.Problems, maxRemovals);
        await exchange.WriteAsync(caller => make.RunAsync(caller, request, exchange.Cancellation), PlanWire.Made);
    }

    public async ValueTask ShowPlanAsync(Exchange exchange)
    {
        var found = await find.RunAsync(exchange.Caller, exchange.Path("id"), exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await PlanWire.One.AnswerAsync(exchange, found.Value);
        }
    }

    public async ValueTask ApplyAsync(Exchange exchange)
    {
        var found = await find.RunAsync(exchange.Caller, exchange.Path("id"), exchange.Cancellation);
        if (!await exchange.RefusedAsync(found) && !await HasTooManyNewUsersAsync(exchange, found.Value))
        {
            await exchange.WriteAsync(caller => apply.RunAsync(caller, found.Value, exchange.Cancellation), PlanWire.Applied);
        }
    }

    private static async ValueTask<bool> HasTooManyNewUsersAsync(Exchange exchange, Plan plan)
    {
        var users = plan.Applied is null ? plan.Changes.Count(change => change is PlannedUser { Action: ChangeAction.Create }) : 0;
        return users > 0 && await exchange.RefusedNewUsersAsync(users);
    }
}
