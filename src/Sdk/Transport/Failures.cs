using System.Net;

namespace Roster.Sdk.Transport;

/// <summary>The one exception, made of what went wrong.</summary>
internal static class Failures
{
    public static RosterException Of(Reply reply, DateTimeOffset now)
    {
        var json = reply.Json();
        var said = ErrorText.Read(reply, json);
        return new RosterException(said.Message ?? $"The server answered {(int)reply.Status} ({reply.Status}) and did not say why.")
        {
            Status = reply.Status,
            Code = said.Code,
            Field = said.Field,
            RequestId = said.RequestId,
            RawBody = reply.Text,
            Body = json,
            RetryAfter = Waiting.Asked(reply.Header("Retry-After"), now),
        };
    }

    public static RosterException Unreadable(Reply reply, string problem, Exception? inner = null) =>
        new($"The server answered {(int)reply.Status} with {problem}.", inner)
        {
            Status = reply.Status,
            Code = RosterException.UnreadableAnswer,
            RequestId = reply.RequestId,
            RawBody = reply.Text,
            Body = reply.Json(),
        };

    public static RosterException Of(HttpRequestException lost) => lost.HttpRequestError switch
    {
        HttpRequestError.SecureConnectionError =>
            new($"The server cannot be reached by TLS: {(lost.InnerException ?? lost).Message}", lost) { Code = RosterException.ConnectionFailed },
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError =>
            new($"The server cannot be reached: {lost.Message}", lost) { Code = RosterException.ConnectionFailed },
        HttpRequestError.ConfigurationLimitExceeded =>
            new($"The answer is longer than is read: {lost.Message}", lost) { Code = RosterException.UnreadableAnswer },
        _ => Lost(lost),
    };

    public static RosterException Lost(Exception lost) =>
        new($"The connection was lost before the whole answer was there: {lost.Message}", lost) { Code = RosterException.ConnectionLost };

    public static RosterException TimedOut(TimeSpan timeout, Exception inner) =>
        new($"The answer was not there within {timeout}.", inner) { Code = RosterException.TimedOut };

    /// <summary>Whether it may be over when the same call is made again, and that call would do no harm.</summary>
    public static bool MayPass(this RosterException failure, bool isRepeatable) => (failure.Status, failure.Code) switch
    {
        // Refused before anything was done.
        (HttpStatusCode.TooManyRequests, _) => true,
        (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout, _) => isRepeatable,
        (null, RosterException.ConnectionFailed) =>
            failure.InnerException is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError },
        (null, RosterException.ConnectionLost or RosterException.TimedOut) => isRepeatable,
        _ => false,
    };
}
