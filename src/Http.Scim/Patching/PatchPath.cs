using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Paths;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Patching;

/// <summary>What an operation of a PATCH is about: an attribute, some of its values, a part of them; or the whole extension.</summary>
/// <param name="Filter">Chooses among the attribute's values; null for all.</param>
internal sealed record PatchPath(ScimAttribute? Extension, ScimAttribute Attribute, Filter? Filter, ScimAttribute? Sub)
{
    /// <summary>The path; null with what is wrong.</summary>
    public static PatchPath? Parse(ResourceType type, string text, out ScimError? error)
    {
        error = null;
        var open = text.AsSpan().IndexOf('[');
        if (open < 0)
        {
            if (AttributePath.Find(type, text.AsSpan().Trim()) is { } plain)
            {
                return new(plain.Extension, plain.Attribute, null, plain.Sub);
            }

            error = Unknown(text);
            return null;
        }

        var close = text.LastIndexOf(']');
        if (close < open || AttributePath.Find(type, text.AsSpan(0, open).Trim()) is not { Sub: null, Attribute: { IsMulti: true, IsComplex: true } } path)
        {
            error = close < open ? ScimError.Path("path: a ']' is missing.") : Unknown(text);
            return null;
        }

        if (Part(path.Attribute, text.AsSpan(close + 1).Trim(), out var sub) is { } wrong)
        {
            error = wrong;
            return null;
        }

        var filter = FilterParser.Parse(text[(open + 1)..close], new FilterScope(path.Attribute), out var invalid);
        error = invalid is null ? null : invalid with { Detail = "path: " + invalid.Detail };
        return filter is null ? null : new(path.Extension, path.Attribute, filter, sub);
    }

    private static ScimError? Part(ScimAttribute attribute, ReadOnlySpan<char> rest, out ScimAttribute? sub)
    {
        sub = null;
        if (rest.IsEmpty)
        {
            return null;
        }

        sub = rest[0] == '.' ? attribute.Sub(rest[1..].ToString()) : null;
        return sub is null ? ScimError.Path($"path: '{attribute.Name}[…]' cannot be followed by what stands there.") : null;
    }

    private static ScimError Unknown(string text) =>
        ScimError.Path($"path: there is no attribute '{(text.Length > 100 ? text[..100] : text)}' that can be patched so.");
}
