using Roster.Core.Values;

namespace Roster.Core.Teams;

/// <summary>The one thing that a search of teams goes by. It finds all who fit, and may find some that do not.</summary>
public readonly record struct TeamSearch
{
    private TeamSearch(string? name, string? externalId) => (Name, ExternalId) = (name, externalId);

    /// <summary>A key, folded.</summary>
    public string? Name { get; }

    /// <summary>A key.</summary>
    public string? ExternalId { get; }

    public static TeamSearch Named(string name) => new(SearchKey.Of(name) ?? "", null);

    public static TeamSearch WithExternalId(string text) => new(null, SearchKey.Exact(text));
}
