namespace Roster.Http;

/// <summary>What can go wrong with a request before the core is asked. Each dialect answers every one (a test proves it).</summary>
public enum HttpFaultKind
{
    /// <summary>No credential of the door's kind.</summary>
    NoCredential,

    /// <summary>Malformed, unknown, expired or revoked, of a closed account, or naming another account: all alike.</summary>
    BadCredential,

    /// <summary>The key is valid, but the path names another account.</summary>
    OtherAccount,

    UnknownPath,
    MethodNotAllowed,
    NotAcceptable,
    UnsupportedMediaType,
    BodyTooLarge,

    /// <summary>Not UTF-8 JSON of the right outer form; the detail says why.</summary>
    MalformedBody,

    /// <summary><c>Roster-At-Least</c> names a revision of another epoch, of the future, or none at all.</summary>
    UnknownRevision,

    TooManyRequests,
    Unavailable,

    /// <summary>A defect of ours, logged with the request id.</summary>
    Internal,
}

/// <param name="Detail">For a person; never internals.</param>
/// <param name="RetryAfter">Whole seconds, where waiting helps.</param>
public sealed record HttpFault(HttpFaultKind Kind, string? Detail = null, int? RetryAfter = null);
