namespace Roster.Core.Documents;

/// <summary>Where in a document something stands, as problems name it: <c>memberships[3]</c>.</summary>
/// <param name="Index">Null where the section itself is meant.</param>
public readonly record struct Place(string Section, int? Index = null)
{
    public string Of(string? member) => member is null ? ToString() : $"{this}.{member}";

    public override string ToString() => Index is { } index ? $"{Section}[{index}]" : Section;
}
