namespace Roster.Http;

/// <summary>Who may call a route.</summary>
public enum RouteAccess
{
    /// <summary>Whoever presents a valid key; the use case judges what it may do.</summary>
    Key,

    /// <summary>Whoever holds the instance's operator key.</summary>
    Operator,

    Anyone,
}

/// <summary>One operation of a dialect.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Pattern">In ASP.NET Core's route syntax.</param>
/// <param name="Keeps">
/// The answer depends on nothing but the account's state and the request's target, so it may be kept while the account
/// does not change. Only for a GET that needs the read grant in the account.
/// </param>
/// <param name="MaxBody">Most bytes of a body; more is refused.</param>
public sealed record Route(
    string Method,
    string Pattern,
    Func<Exchange, ValueTask> Handler,
    RouteAccess Access = RouteAccess.Key,
    bool Keeps = false,
    int MaxBody = Route.DefaultMaxBody)
{
    /// <summary>Besides the dialect's own: what else it answers, first what it would rather.</summary>
    public IReadOnlyList<string> MediaTypes { get; init; } = [];

    /// <summary>Room for a picture of 1 MiB, escaped.</summary>
    public const int DefaultMaxBody = 4 * 1_048_576;
}
