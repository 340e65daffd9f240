using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Filters;

/// <summary>Takes filters apart, for who looks for an index or wants to know what to read.</summary>
internal static class FilterParts
{
    /// <summary>What has to be true in any case; those within brackets as if there were none, since they are no less true of some value.</summary>
    public static IEnumerable<Test> Needed(this Filter? filter) => filter switch
    {
        Test test => [test],
        AllOf all => all.Filters.SelectMany(Needed),
        Element element => element.Filter.Needed().Select(test => test with { Path = element.Path with { Sub = test.Path.Attribute } }),
        _ => [],
    };

    /// <summary>True where the attribute has to be known to judge the filter.</summary>
    public static bool Mentions(this Filter? filter, ScimAttribute attribute) => filter switch
    {
        AllOf all => all.Filters.Any(part => part.Mentions(attribute)),
        AnyOf any => any.Filters.Any(part => part.Mentions(attribute)),
        Not not => not.Filter.Mentions(attribute),
        Element element => element.Path.Attribute == attribute,
        Test test => test.Path.Attribute == attribute,
        _ => false,
    };
}
