using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Roster.Core.Access;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Http;

/// <summary>
/// What every request goes through, whatever its door: request id, credential, limits, revision, kept answers, endpoint.
/// Whatever fails is answered in the door's own shape.
/// </summary>
public sealed class Pipeline(
    IStore store,
    Doors doors,
    Gate gate,
    Limits limits,
    KeptAnswers kept,
    Health health,
    Drain drain,
    Measures measures,
    RequestLog log)
{
    public Task InvokeAsync(HttpContext context)
    {
        drain.Mark(context.Response);
        return Health.Answers(context.Request.Path) ? health.AnswerAsync(context) : AnswerAsync(context);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var began = log.Start();
        var exchange = new Exchange(context, doors.Of(context.Request.Path, out var isFallback), store, limits);
        try
        {
            if (await FaultOfAsync(exchange, isFallback) is { } fault)
            {
                await exchange.Dialect.AnswerAsync(exchange, fault);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await AnswerFailureAsync(exchange, e);
        }

        log.Answered(exchange, began);
        Tracing.Describe(exchange);
    }

    /// <summary>Answers the request, or tells what stands in its way.</summary>
    private async ValueTask<HttpFault?> FaultOfAsync(Exchange exchange, bool isFallback)
    {
        if (exchange.Route is not { } route)
        {
            var stranger = isFallback || !exchange.Dialect.HidesPaths ? null : await gate.IdentifyAsync(exchange);
            return stranger ?? await UnroutedAsync(exchange);
        }

        var fault = await gate.AdmitAsync(exchange, route.Access);
        if (fault is null)
        {
            await (kept.IsOn && route.Keeps && MayReadAll(exchange) ? KeepingAsync(exchange, route) : route.Handler(exchange));
        }

        return fault;
    }

    private static bool MayReadAll(Exchange exchange) =>
        exchange.Caller.Actor is KeyActor actor && actor.InAccount.Allows(Grants.Read);

    private async ValueTask KeepingAsync(Exchange exchange, Route route)
    {
        var target = new KeptAnswers.Target(
            exchange.Epoch, exchange.Account, exchange.Context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var (revision, asked) = (exchange.Revision, store.Now);
        if (kept.Find(target, revision, asked) is { } body)
        {
            measures.KeptAnswer(found: true);
            await exchange.AnswerAsync(StatusCodes.Status200OK, body);
            return;
        }

        measures.KeptAnswer(found: false);
        exchange.Keeps = true;
        await route.Handler(exchange);

        // Where the revision is the same before and after, everything was read at that one; at a replica it may not be.
        if (exchange is { KeptBody: { IsEmpty: false } fresh, Caller.Seen: 0 } && exchange.Revision == revision)
        {
            // Only an end after the question was asked can still change the answer.
            var end = await store.ReadAsync(
                exchange.Account, async reads => Outcome.Of(await reads.NextEndAsync(asked)), CancellationToken.None);
            if (end.Revision == revision)
            {
                kept.Keep(target, fresh, revision, end.Value);
            }
        }
    }

    /// <summary>Routing answers a wrong method with an endpoint of its own, which sets the <c>Allow</c> header.</summary>
    private static async ValueTask<HttpFault> UnroutedAsync(Exchange exchange)
    {
        if (exchange.Context.GetEndpoint()?.RequestDelegate is not { } notAllowed)
        {
            return new HttpFault(HttpFaultKind.UnknownPath);
        }

        await notAllowed(exchange.Context);
        return new HttpFault(HttpFaultKind.MethodNotAllowed);
    }

    private async ValueTask AnswerFailureAsync(Exchange exchange, Exception failure)
    {
        var fault = failure switch
        {
            StoreUnavailableException { MayBeWritten: true } => new HttpFault(
                HttpFaultKind.Unavailable, "The store did not answer in time; the change may have been made.", RetryAfter: 1),
            StoreUnavailableException => new HttpFault(HttpFaultKind.Unavailable, "The store did not answer in time.", RetryAfter: 1),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new HttpFault(HttpFaultKind.BodyTooLarge),
            BadHttpRequestException => new HttpFault(HttpFaultKind.MalformedBody, "The request was cut short or malformed."),
            _ => new HttpFault(HttpFaultKind.Internal),
        };
        if (fault.Kind is HttpFaultKind.Internal or HttpFaultKind.Unavailable)
        {
            log.Failed(exchange, failure);
        }

        await exchange.Dialect.AnswerAsync(exchange, fault);
    }
}
