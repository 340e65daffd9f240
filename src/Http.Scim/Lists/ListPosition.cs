namespace Roster.Http.Scim.Lists;

/// <summary>Where a row stands in the default order of its type: by number, and where several have none by their own texts.</summary>
internal readonly record struct ListPosition(long Number, string Text = "") : IComparable<ListPosition>
{
    public static readonly ListPosition Start = new(0);

    /// <summary>After all rows.</summary>
    public static readonly ListPosition End = new(long.MaxValue, "\uFFFF");

    public int CompareTo(ListPosition other) => Number != other.Number ? Number.CompareTo(other.Number) : string.CompareOrdinal(Text, other.Text);
}
