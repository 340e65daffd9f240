using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Roster.Sdk;

/// <summary>
/// A call that did not succeed: the server refused it, answered what cannot be understood, or did not answer. A call that its caller cancelled
/// ends in an <see cref="OperationCanceledException"/> instead.
/// </summary>
public sealed class RosterException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>No connection came about, so nothing was done.</summary>
    public const string ConnectionFailed = "connection-failed";

    /// <summary>The connection was lost before the whole answer was there. What writes may have been done.</summary>
    public const string ConnectionLost = "connection-lost";

    /// <summary>The answer was not there in time. What writes may have been done.</summary>
    public const string TimedOut = "timed-out";

    /// <summary>The server said that it succeeded, in an answer that is none: no JSON, or JSON of another shape.</summary>
    public const string UnreadableAnswer = "unreadable-answer";

    /// <summary>A list whose pages never come to an end.</summary>
    public const string EndlessList = "endless-list";

    /// <summary>The status of the answer; null where there is none.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>What the server calls the error (<c>unknown-user</c>, <c>NotFound_User</c>, <c>ResourceNotFound</c>), or one of the names above; null where it gave none.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong in the request, where it is one thing.</summary>
    public string? Field { get; init; }

    /// <summary>The request's id in the server's log.</summary>
    public string? RequestId { get; init; }

    /// <summary>The whole body, as it came; null where there is no answer.</summary>
    public string? RawBody { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How many requests were made. After more than one, an earlier one may have been done although its answer was lost.</summary>
    public int Attempts { get; internal set; } = 1;

    /// <summary>The error as JSON; null where it is none. It can say more than fits here, as what has moved under a plan.</summary>
    public JsonElement? Body { get; init; }

    public override string ToString()
    {
        string?[] parts =
        [
            Status is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : null,
            Code,
            RequestId is null ? null : $"request {RequestId}",
            Attempts > 1 ? $"{Attempts} attempts" : null,
        ];
        return $"[{string.Join(", ", parts.Where(part => part is not null))}] {base.ToString()}";
    }
}
