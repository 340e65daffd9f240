using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Roster.Core.Changes;

namespace Roster.Http;

/// <summary>
/// One line for each failure of ours and, at level Debug, for each request. It names the route's pattern and never the path or
/// the query, which can hold a person's data, and no credential but a key's id.
/// </summary>
public sealed partial class RequestLog(ILogger<RequestLog> logger)
{
    /// <summary>0 where nobody wants the line.</summary>
    internal long Start() => logger.IsEnabled(LogLevel.Debug) ? Stopwatch.GetTimestamp() : 0;

    internal void Answered(Exchange exchange, long began)
    {
        if (began == 0)
        {
            return;
        }

        Answered(
            logger,
            RequestIds.ForLog(exchange.RequestId),
            exchange.Dialect.Door,
            exchange.Route?.Method ?? "-",
            exchange.Route?.Pattern ?? "-",
            exchange.HasCaller ? exchange.Caller.Actor.Name : "-",
            exchange.Context.Response.StatusCode,
            Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    internal void Failed(Exchange exchange, Exception failure) =>
        Failed(logger, RequestIds.ForLog(exchange.RequestId), exchange.Dialect.Door, failure);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{RequestId} {Door} {Method} {Route} by {Actor}: {Status} in {Milliseconds} ms")]
    private static partial void Answered(
        ILogger logger, string requestId, Door door, string method, string route, string actor, int status, double milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {RequestId} at door {Door} failed.")]
    private static partial void Failed(ILogger logger, string requestId, Door door, Exception failure);
}
