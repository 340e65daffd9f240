using System.Globalization;
using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Lists;

/// <summary>Which resources of one type are wanted, in what order, from where, and what of each.</summary>
/// <param name="Filter">Null for all.</param>
/// <param name="Sorting">Null for the default order.</param>
/// <param name="StartIndex">1 or more.</param>
/// <param name="Count">At most <see cref="MaxCount"/>; null where the request names none.</param>
/// <param name="Cursor">Null where pages are told by index; empty for the first page.</param>
/// <param name="Question">All that the rows and their order follow from, which a cursor is bound to.</param>
internal sealed record ListRequest(
    Filter? Filter, Sorting? Sorting, long StartIndex, int? Count, string? Cursor, Selection Selection, string Question)
{
    public const int DefaultCount = 100;
    public const int MaxCount = 1_000;

    /// <summary>True where the attribute has to be known to judge or to order a row.</summary>
    public bool LooksAt(ScimAttribute attribute) => Filter.Mentions(attribute) || Sorting?.Attribute == attribute;

    /// <param name="others">Types that are asked along with this one.</param>
    public static ScimError? Read(
        ListParameters parameters, ResourceType type, IReadOnlyList<ResourceType> others, out ListRequest request)
    {
        request = new(null, null, 1, null, parameters.Cursor, Selection.All, "");
        var scope = new FilterScope(type, others);
        ScimError? error = null;
        var filter = parameters.Filter is { } text ? FilterParser.Parse(text, scope, out error) : null;
        Sorting? sorting = null;
        error ??= ReadSorting(parameters, scope, out sorting);
        var selection = Selection.All;
        error ??= ReadSelection(parameters, type, out selection);
        error ??= parameters is { Cursor: not null, StartIndex: not null } ? ScimError.Value("startIndex: cannot be combined with cursor.") : null;
        long? start = null;
        long? count = null;
        error ??= ReadNumber("startIndex", parameters.StartIndex, "invalidValue", out start);
        error ??= ReadNumber("count", parameters.Count, parameters.Cursor is null ? "invalidValue" : "invalidCount", out count);
        if (error is not null)
        {
            return error;
        }

        request = new(
            filter,
            sorting,
            Math.Max(1, start ?? 1),
            count is { } asked ? (int)Math.Clamp(asked, 0, MaxCount) : null,
            parameters.Cursor,
            selection,
            $"{parameters.Filter}\n{sorting}");
        return null;
    }

    /// <summary>For answers that are one resource: what of it is shown.</summary>
    public static ScimError? ReadSelection(ListParameters parameters, ResourceType type, out Selection selection)
    {
        selection = ReadSelection(parameters, type);
        return parameters is { Attributes.Count: > 0, ExcludedAttributes.Count: > 0 }
            ? ScimError.Value("attributes: cannot be combined with excludedAttributes.")
            : null;
    }

    private static Selection ReadSelection(ListParameters parameters, ResourceType type) =>
        parameters.Attributes.Count > 0 ? Selection.Only(type, parameters.Attributes)
        : parameters.ExcludedAttributes.Count > 0 ? Selection.AllBut(type, parameters.ExcludedAttributes)
        : Selection.All;

    private static ScimError? ReadSorting(ListParameters parameters, FilterScope scope, out Sorting? sorting)
    {
        sorting = null;
        var order = parameters.SortOrder?.ToLowerInvariant() ?? "ascending";
        if (order is not ("ascending" or "descending"))
        {
            return ScimError.Value("sortOrder: must be ascending or descending.");
        }

        ScimError? error = null;
        sorting = parameters.SortBy is { } sortBy ? Sorting.Parse(scope, sortBy, order == "descending", out error) : null;
        return error;
    }

    /// <summary>Integers of any length: what is too large for a number is as good as the largest.</summary>
    private static ScimError? ReadNumber(string name, string? text, string scimType, out long? number)
    {
        number = null;
        if (text is null)
        {
            return null;
        }

        var digits = text.AsSpan().TrimStart("+-");
        if (digits.IsEmpty || text.Length - digits.Length > 1 || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return new(400, scimType, $"{name}: must be a whole number.");
        }

        number = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exact)
            ? exact
            : text[0] == '-' ? long.MinValue : long.MaxValue;
        return null;
    }
}
