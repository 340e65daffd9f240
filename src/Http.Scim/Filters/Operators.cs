namespace Roster.Http.Scim.Filters;

internal static class Operators
{
    /// <summary>By its name in any case; null where there is none.</summary>
    public static Operator? Find(ReadOnlySpan<char> name)
    {
        if (name.Length != 2)
        {
            return null;
        }

        return (char.ToLowerInvariant(name[0]), char.ToLowerInvariant(name[1])) switch
        {
            ('p', 'r') => Operator.Present,
            ('e', 'q') => Operator.Equal,
            ('n', 'e') => Operator.NotEqual,
            ('c', 'o') => Operator.Contains,
            ('s', 'w') => Operator.StartsWith,
            ('e', 'w') => Operator.EndsWith,
            ('g', 't') => Operator.Greater,
            ('g', 'e') => Operator.GreaterOrEqual,
            ('l', 't') => Operator.Less,
            ('l', 'e') => Operator.LessOrEqual,
            _ => null,
        };
    }

    public static bool IsEquality(this Operator asked) => asked is Operator.Equal or Operator.NotEqual;

    public static bool IsOfTexts(this Operator asked) => asked is Operator.Contains or Operator.StartsWith or Operator.EndsWith;

    /// <summary>Judges an order by how the value compares with the literal.</summary>
    public static bool Holds(this Operator asked, int comparison) => asked switch
    {
        Operator.Equal => comparison == 0,
        Operator.NotEqual => comparison != 0,
        Operator.Greater => comparison > 0,
        Operator.GreaterOrEqual => comparison >= 0,
        Operator.Less => comparison < 0,
        Operator.LessOrEqual => comparison <= 0,
        _ => false,
    };
}
