using System.Diagnostics;

namespace Roster.Http;

/// <summary>Names a request's span, where somebody traces: by the route's pattern, as the log does, since paths and queries are personal.</summary>
internal static class Tracing
{
    public static void Describe(Exchange exchange)
    {
        if (Activity.Current is not { } span)
        {
            return;
        }

        var status = exchange.Context.Response.StatusCode;
        span.DisplayName = exchange.Route is { } route ? $"{route.Method} {route.Pattern}" : exchange.Context.Request.Method;
        span.SetTag("http.request.method", exchange.Context.Request.Method);
        span.SetTag("http.route", exchange.Route?.Pattern);
        span.SetTag("http.response.status_code", status);
        span.SetTag("roster.door", exchange.Dialect.Door.ToString());
        span.SetTag("roster.request_id", RequestIds.ForLog(exchange.RequestId));
        if (status >= 500)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
