using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Paths;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Lists;

/// <summary>By what a list is sorted. What has no value comes last, and first where the order is descending.</summary>
internal sealed class Sorting
{
    private readonly AttributePath _path;

    private Sorting(AttributePath path, bool isDescending) => (_path, IsDescending) = (path, isDescending);

    public bool IsDescending { get; }

    public ScimAttribute Attribute => _path.Attribute;

    /// <summary>Null with what is wrong.</summary>
    public static Sorting? Parse(FilterScope scope, string sortBy, bool isDescending, out ScimError? error)
    {
        var path = scope.Find(sortBy);
        error = path is null ? ScimError.Value("sortBy: there is no such attribute.")
            : path.Leaf.IsComplex ? ScimError.Value("sortBy: the attribute has parts; one of them must be named.")
            : null;
        return error is null ? new(path!, isDescending) : null;
    }

    /// <summary>The key that the resource is sorted by; null where it has no value.</summary>
    public SortKey? KeyOf(ScimObject resource) => Chosen(_path.In(resource)) switch
    {
        ScimText text => new SortKey(_path.Leaf.Fold(text.Text)),
        ScimFlag flag => new SortKey(flag.IsTrue ? "1" : "0"),
        ScimTime time => new SortKey(ScimTimes.Of(time.Time).ToString("D32")),
        _ => null,
    };

    public int Compare(SortKey? one, SortKey? other)
    {
        var ascending = (one, other) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            ({ } left, { } right) => string.CompareOrdinal(left.Text, right.Text),
        };
        return IsDescending ? -ascending : ascending;
    }

    public override string ToString() => $"{_path} {(IsDescending ? "descending" : "ascending")}";

    private ScimValue? Chosen(ScimValue? value) => value switch
    {
        ScimList list when _path.Attribute.IsComplex => Primaries.Leading(_path.Attribute, list)?[_path.Leaf],
        ScimList list => list.Items.FirstOrDefault(),
        ScimObject whole => whole[_path.Leaf],
        _ => value,
    };
}

/// <summary>A value as it is sorted: compared as a text, ordinally.</summary>
internal sealed record SortKey(string Text);
