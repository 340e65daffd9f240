using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Resources;

/// <summary>Links to other resources: writers may name one by its address, but only the id is kept.</summary>
internal static class Reference
{
    /// <summary>Puts the id in the place of a <c>$ref</c>, unless there is an id already.</summary>
    /// <param name="overrides">The link is what was written last, so that it counts whatever id there was.</param>
    public static void Resolve(ScimAttribute attribute, ScimObject value, bool overrides = false)
    {
        if (attribute.Sub("$ref") is not { } link || value.Text(link) is not { } address)
        {
            return;
        }

        var id = attribute.Sub("value")!;
        value[link] = null;
        if (overrides || value[id] is null)
        {
            value[id] = IdIn(address) is { Length: > 0 } named ? new ScimText(named) : null;
        }
    }

    /// <summary>The last segment of the path.</summary>
    public static string IdIn(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = (end < 0 ? address : address[..end]).TrimEnd('/');
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
    }
}
