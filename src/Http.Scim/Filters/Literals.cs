using Roster.Http.Scim.Paths;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Filters;

/// <summary>Gives a filter's values the types that they are compared with.</summary>
internal static class Literals
{
    /// <param name="isText">It was in quotes.</param>
    /// <returns>Null with what is wrong.</returns>
    public static Literal? Bind(AttributePath path, Operator asked, string value, bool isText, out string? problem)
    {
        problem = null;
        var leaf = path.Leaf;
        if (!isText && value == "null")
        {
            return asked.IsEquality() ? NullLiteral.Value : Refuse($"null can be compared with eq and ne only", out problem);
        }

        return leaf.Type switch
        {
            AttributeType.Complex => Refuse($"'{path}' has parts; one of them must be named", out problem),
            AttributeType.Boolean => Flag(path, asked, value, out problem),
            AttributeType.DateTime => Time(path, asked, value, out problem),
            _ => new TextLiteral(value, leaf.Fold(value)),
        };
    }

    private static Literal? Flag(AttributePath path, Operator asked, string value, out string? problem)
    {
        problem = null;
        if (!asked.IsEquality())
        {
            return Refuse($"'{path}' is true or false, and can be compared with eq and ne only", out problem);
        }

        return bool.TryParse(value, out var flag) ? new FlagLiteral(flag) : Refuse($"'{path}' must be compared with true or false", out problem);
    }

    private static Literal? Time(AttributePath path, Operator asked, string value, out string? problem)
    {
        problem = null;
        if (asked.IsOfTexts())
        {
            return Refuse($"'{path}' is a time, and cannot be searched as a text", out problem);
        }

        return ScimTimes.Parse(value) is { } time
            ? new TimeLiteral(time)
            : Refuse($"'{path}' must be compared with a time such as \"2026-03-01T09:15:02Z\"", out problem);
    }

    private static Literal? Refuse(string text, out string? problem)
    {
        problem = text;
        return null;
    }
}
