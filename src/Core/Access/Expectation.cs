using Roster.Core.Outcomes;

namespace Roster.Core.Access;

/// <summary>In which version a thing has to be for a write to be done to it. A version is the revision of the thing's latest change.</summary>
public sealed class Expectation
{
    /// <summary>Whatever its version is.</summary>
    public static readonly Expectation Present = new(version => version is not null, "It is not there.");

    public static readonly Expectation Absent = new(version => version is null, "It is there already.");

    private readonly Predicate<long?> _isMetBy;
    private readonly string _otherwise;

    private Expectation(Predicate<long?> isMetBy, string otherwise) => (_isMetBy, _otherwise) = (isMetBy, otherwise);

    public static Expectation OneOf(IReadOnlyCollection<long> versions) =>
        new(version => version is { } known && versions.Contains(known), "It is in another version than expected: it has changed since, or is not there.");

    /// <param name="version">Null where the thing is not there.</param>
    public Fault? Refusal(long? version) => _isMetBy(version) ? null : new(FaultKind.VersionChanged, _otherwise);
}
