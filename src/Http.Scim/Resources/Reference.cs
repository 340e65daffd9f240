using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Resources;

/// <summary>Links to other resources: writers may name one by its address, but only the id is kept.</summary>
internal static class Reference
{
    /// <summary>Puts the id in the place of a <c>$ref</c>, unless there is an id already.</summary>
    /// <param name="overrides">The link is what was written last, so that it counts whatever id there was.</param>
    public static ScimError? Resolve(ScimAttribute attribute, ScimObject value, bool overrides = false)
    {
        if (attribute.Sub("$ref") is not { } link || value.Text(link) is not { } address)
        {
            return null;
        }

        var id = attribute.Sub("value")!;
        value[link] = null;
        if (!overrides && value[id] is not null)
        {
            return null;
        }

        // Escaped, anything can stand in an address.
        var named = IdIn(address);
        value[id] = named.Length > 0 ? new ScimText(named) : null;
        return ValueReader.Check(id, named)?.Within(attribute);
    }

    /// <summary>The last segment of the path.</summary>
    public static string IdIn(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = (end < 0 ? address : address[..end]).TrimEnd('/');
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
    }
}
