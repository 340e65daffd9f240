using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Resources;

/// <summary>Of several values at most one is preferred.</summary>
internal static class Primaries
{
    public static IEnumerable<ScimObject> Of(ScimAttribute attribute, ScimList list) =>
        attribute.Primary is { } primary ? list.Objects.Where(item => item.Flag(primary) is true) : [];

    /// <summary>The value that stands for all: the primary one, else the first.</summary>
    public static ScimObject? Leading(ScimAttribute attribute, ScimList list) =>
        Of(attribute, list).FirstOrDefault() ?? list.Objects.FirstOrDefault();

    /// <summary>Takes the mark from every value that is not among the chosen.</summary>
    public static void LeaveTo(ScimAttribute attribute, ScimList list, IReadOnlyCollection<ScimObject> chosen)
    {
        foreach (var other in Of(attribute, list).Where(item => !chosen.Contains(item)).ToList())
        {
            other[attribute.Primary!] = ScimFlag.False;
        }
    }
}
