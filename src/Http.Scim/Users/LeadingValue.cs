using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Users;

/// <summary>
/// Of several phone numbers, or photos, the core knows the one that stands for all, and other doors write it. Its text is
/// therefore the core's alone; the profile merely keeps the place.
/// </summary>
internal static class LeadingValue
{
    /// <summary>Never shown, but not empty, so that the value stays in the list.</summary>
    private static readonly ScimText Place = new("~");

    public static ScimObject Made(ScimAttribute attribute, string text, string type)
    {
        var made = new ScimObject();
        made[attribute.Value!] = new ScimText(text);
        made[attribute.Sub("type")!] = new ScimText(type);
        made[attribute.Primary!] = ScimFlag.True;
        return made;
    }

    /// <summary>Puts the core's text into its place; without one the value is gone, and without a place it gets one.</summary>
    public static void Show(ScimObject tree, ScimAttribute attribute, string? text, string type)
    {
        var list = tree[attribute] as ScimList;
        if (string.IsNullOrEmpty(text))
        {
            Drop(tree, attribute, list);
        }
        else if (list is null)
        {
            tree[attribute] = new ScimList(Made(attribute, text, type));
        }
        else
        {
            Primaries.Leading(attribute, list)![attribute.Value!] = new ScimText(text);
        }
    }

    /// <summary>Takes the text for the core out of the tree, and leaves the place.</summary>
    public static string? Take(ScimObject tree, ScimAttribute attribute)
    {
        if (tree[attribute] is not ScimList list || Primaries.Leading(attribute, list) is not { } leading)
        {
            return null;
        }

        var text = leading.Text(attribute.Value!);
        leading[attribute.Value!] = Place;
        return text;
    }

    private static void Drop(ScimObject tree, ScimAttribute attribute, ScimList? list)
    {
        if (list is not null && Primaries.Leading(attribute, list) is { } leading)
        {
            list.Items.Remove(leading);
            tree[attribute] = list.Items.Count == 0 ? null : list;
        }
    }
}
