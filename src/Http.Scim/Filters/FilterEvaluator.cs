using Roster.Http.Scim.Paths;
using Roster.Http.Scim.Resources;

namespace Roster.Http.Scim.Filters;

/// <summary>Judges filters: the one place where that is done, for lists and for PATCH alike.</summary>
internal static class FilterEvaluator
{
    public static bool Matches(this Filter filter, ScimObject resource) => filter switch
    {
        AllOf all => all.Filters.All(part => part.Matches(resource)),
        AnyOf any => any.Filters.Any(part => part.Matches(resource)),
        Not not => !not.Filter.Matches(resource),
        Element element => element.Path.In(resource) is ScimList list && list.Objects.Any(element.Filter.Matches),
        Test test => Matches(test, resource),
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private static bool Matches(Test test, ScimObject resource)
    {
        var found = false;
        foreach (var value in Values(test.Path, resource))
        {
            found = true;
            if (test.Operator == Operator.Present || Fits(test, value))
            {
                return true;
            }
        }

        // Nothing is not equal to anything, and only null is like it.
        return !found
            && ((test.Operator == Operator.NotEqual && test.Literal is not NullLiteral)
                || (test.Operator == Operator.Equal && test.Literal is NullLiteral));
    }

    private static bool Fits(Test test, ScimValue value) => (test.Literal, value) switch
    {
        (NullLiteral, _) => test.Operator == Operator.NotEqual,
        (FlagLiteral literal, ScimFlag flag) => test.Operator.Holds(flag.IsTrue.CompareTo(literal.Flag)),
        (TimeLiteral literal, ScimTime time) => test.Operator.Holds(ScimTimes.Of(time.Time).CompareTo(literal.Nanoseconds)),
        (TextLiteral literal, ScimText text) => Fits(test.Operator, test.Path.Leaf.Fold(text.Text), literal.Folded),
        _ => false,
    };

    private static bool Fits(Operator asked, string text, string literal) => asked switch
    {
        Operator.Contains => text.Contains(literal, StringComparison.Ordinal),
        Operator.StartsWith => text.StartsWith(literal, StringComparison.Ordinal),
        Operator.EndsWith => text.EndsWith(literal, StringComparison.Ordinal),
        _ => asked.Holds(string.CompareOrdinal(text, literal)),
    };

    /// <summary>The values that a path leads to; none where nothing is assigned.</summary>
    public static IEnumerable<ScimValue> Values(AttributePath path, ScimObject resource)
    {
        var value = path.In(resource);
        IEnumerable<ScimValue> whole = value switch
        {
            null => [],
            ScimList list => list.Items,
            _ => [value],
        };
        if (!path.Attribute.IsComplex)
        {
            return whole;
        }

        var parts = whole.OfType<ScimObject>();
        return path.Leaf == path.Attribute
            ? parts.Where(part => !part.IsEmpty)
            : parts.Select(part => part[path.Leaf]).OfType<ScimValue>();
    }
}
