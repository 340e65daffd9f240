using Roster.Http.Scim.Paths;

namespace Roster.Http.Scim.Filters;

internal enum Operator
{
    Present,
    Equal,
    NotEqual,
    Contains,
    StartsWith,
    EndsWith,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

/// <summary>A condition on a resource, its names resolved and its literals of the types that they are compared with.</summary>
internal abstract record Filter;

internal sealed record AllOf(IReadOnlyList<Filter> Filters) : Filter;

internal sealed record AnyOf(IReadOnlyList<Filter> Filters) : Filter;

internal sealed record Not(Filter Filter) : Filter;

/// <summary>A comparison. Within brackets the path is of the element: its attribute is the part that is compared.</summary>
/// <param name="Literal">Folded as the attribute is; null for <see cref="Operator.Present"/>.</param>
internal sealed record Test(AttributePath Path, Operator Operator, Literal? Literal) : Filter;

/// <summary>True where one and the same element of the attribute meets the whole condition.</summary>
internal sealed record Element(AttributePath Path, Filter Filter) : Filter;

/// <summary>What a value is compared with.</summary>
internal abstract record Literal;

/// <param name="Given">As it was written.</param>
/// <param name="Folded">As it is compared.</param>
internal sealed record TextLiteral(string Given, string Folded) : Literal;

internal sealed record FlagLiteral(bool Flag) : Literal;

/// <param name="Nanoseconds">Since the year 1, UTC.</param>
internal sealed record TimeLiteral(Int128 Nanoseconds) : Literal;

internal sealed record NullLiteral : Literal
{
    public static readonly NullLiteral Value = new();
}
