namespace Roster.Core.Outcomes;

/// <summary>An expected failure, as a value. Dialects choose status, code and shape from <see cref="Kind"/>.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Message">For a person; holds no secret and no other tenant's data.</param>
/// <param name="Field">The request's field that is wrong, in the core's words (camelCase), if one is.</param>
/// <param name="Id">The id or name that was not found, or is taken, as it was given.</param>
public sealed record Fault(FaultKind Kind, string Message, string? Field = null, string? Id = null)
{
    /// <summary>What was answered the first time, as it was kept; empty but for <see cref="FaultKind.AlreadyAnswered"/>.</summary>
    public ReadOnlyMemory<byte> Answered { get; init; }

    /// <summary>Each thing that is wrong, where a request can have many; else empty.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What a plan depends on and finds changed; else empty.</summary>
    public IReadOnlyList<Moved> Moved { get; init; } = [];

    public static Fault Invalid(string field, string message) => new(FaultKind.InvalidValue, message, field);
}
