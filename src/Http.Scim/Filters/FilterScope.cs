using Roster.Http.Scim.Paths;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Filters;

/// <summary>What the names in a filter mean: attributes of a type, or parts of one attribute's elements.</summary>
internal sealed class FilterScope
{
    private readonly ResourceType? _type;
    private readonly IReadOnlyList<ResourceType> _others = [];
    private readonly ScimAttribute? _element;

    /// <param name="others">Types that are asked along with this one: what only they have is known, and without a value here.</param>
    public FilterScope(ResourceType type, params IReadOnlyList<ResourceType> others) => (_type, _others) = (type, others);

    /// <summary>Within brackets: names are parts of this attribute's elements.</summary>
    public FilterScope(ScimAttribute element) => _element = element;

    public bool IsElement => _element is not null;

    public AttributePath? Find(ReadOnlySpan<char> name)
    {
        if (_element is not null)
        {
            return _element.Sub(name.ToString()) is { } part ? new(null, part, null) : null;
        }

        if (AttributePath.Find(_type!, name) is { } path)
        {
            return path;
        }

        foreach (var other in _others)
        {
            if (AttributePath.Find(other, name) is { } foreign)
            {
                return foreign with { IsForeign = true };
            }
        }

        return null;
    }
}
