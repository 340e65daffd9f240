using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Roster.Core.Access;
using Roster.Core.Keys;
using Roster.Core.Storage;

namespace Roster.Http;

/// <summary>
/// What every request goes through, whatever its door: request id, credential, limits, revision, kept answers, endpoint.
/// Whatever fails is answered in the door's own shape.
/// </summary>
public sealed class Pipeline(
    IStore store, Doors doors, KeyRing keys, OperatorKey operatorKey, KeptAnswers kept, ILogger<Pipeline> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var dialect = doors.Of(context.Request.Path, out var isFallback);
        var exchange = new Exchange(context, dialect, RequestIds.Of(context.Request), store.Epoch);
        context.Response.Headers[RequestIds.Header] = exchange.RequestId;
        try
        {
            if (await FaultOfAsync(exchange, isFallback) is { } fault)
            {
                await dialect.AnswerAsync(exchange, fault);
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
    }

    /// <summary>Answers the request, or tells what stands in its way.</summary>
    private async ValueTask<HttpFault?> FaultOfAsync(Exchange exchange, bool isFallback)
    {
        var endpoint = exchange.Context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<Route>() is not { } route)
        {
            var stranger = isFallback ? null : await IdentifyAsync(exchange);
            return stranger ?? await UnroutedAsync(exchange, endpoint);
        }

        var fault = route.Access switch
        {
            RouteAccess.Key => await IdentifyAsync(exchange) ?? Acceptability(exchange) ?? await RevisionAsync(exchange),
            RouteAccess.Operator => operatorKey.Check(exchange),
            _ => null,
        };
        if (fault is null)
        {
            await (route.Keeps && MayReadAll(exchange) ? KeepingAsync(exchange, route) : route.Handler(exchange));
        }

        return fault;
    }

    private async ValueTask<HttpFault?> IdentifyAsync(Exchange exchange)
    {
        if (!Credentials.TryRead(exchange.Context.Request, exchange.Dialect.Credential, out var credential))
        {
            return new HttpFault(HttpFaultKind.NoCredential);
        }

        if (credential is null)
        {
            return new HttpFault(HttpFaultKind.BadCredential);
        }

        var found = await keys.FindAsync(credential, exchange.Cancellation);
        if (found.Failed(out _))
        {
            return new HttpFault(HttpFaultKind.BadCredential);
        }

        exchange.Caller = new Caller(found.Value.Account, found.Value.Actor, exchange.Dialect.Door);
        return null;
    }

    private static HttpFault? Acceptability(Exchange exchange) =>
        exchange.Dialect.Suits(exchange.Context.Request.Headers.Accept) ? null : new HttpFault(HttpFaultKind.NotAcceptable);

    private ValueTask<HttpFault?> RevisionAsync(Exchange exchange) =>
        RevisionHeaders.CheckAsync(exchange.Context.Request, store, exchange.Account, exchange.Cancellation);

    private static bool MayReadAll(Exchange exchange) =>
        exchange.Caller.Actor is KeyActor actor && actor.InAccount.Allows(Grants.Read);

    private async ValueTask KeepingAsync(Exchange exchange, Route route)
    {
        var target = new KeptAnswers.Target(
            exchange.Account, exchange.Context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var asked = store.Now;
        var revision = await store.RevisionAsync(exchange.Account, exchange.Cancellation);
        if (kept.Find(target, revision, asked) is { } body)
        {
            exchange.At(revision);
            await exchange.AnswerAsync(StatusCodes.Status200OK, body);
            return;
        }

        exchange.Keeps = true;
        await route.Handler(exchange);
        if (exchange.KeptBody is { IsEmpty: false } fresh)
        {
            // Only an end after the question was asked can still change the answer.
            var end = await store.ReadAsync(
                exchange.Account,
                async reads => Core.Outcomes.Outcome.Of(await reads.NextEndAsync(asked)),
                CancellationToken.None);
            if (end.Revision == exchange.Revision)
            {
                kept.Keep(target, fresh, exchange.Revision, end.Value);
            }
        }
    }

    /// <summary>Routing answers a wrong method with an endpoint of its own, which sets the <c>Allow</c> header.</summary>
    private static async ValueTask<HttpFault> UnroutedAsync(Exchange exchange, Endpoint? endpoint)
    {
        if (endpoint?.RequestDelegate is not { } notAllowed)
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
            StoreUnavailableException => new HttpFault(HttpFaultKind.Unavailable, "The store did not answer in time.", RetryAfter: 1),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new HttpFault(HttpFaultKind.BodyTooLarge),
            BadHttpRequestException => new HttpFault(HttpFaultKind.MalformedBody, "The request was cut short or malformed."),
            _ => new HttpFault(HttpFaultKind.Internal),
        };
        if (fault.Kind is HttpFaultKind.Internal or HttpFaultKind.Unavailable)
        {
            PipelineLog.Failed(logger, exchange.RequestId, exchange.Dialect.Door, failure);
        }

        await exchange.Dialect.AnswerAsync(exchange, fault);
    }
}

internal static partial class PipelineLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Request {RequestId} at door {Door} failed.")]
    public static partial void Failed(ILogger logger, string requestId, Core.Changes.Door door, Exception failure);
}
