using Roster.Core.Values;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Resources;

/// <summary>What the server knows about a resource.</summary>
internal static class Meta
{
    public static ScimObject Of(ResourceType type, Instant created, Instant changed, long changedIn, string location)
    {
        var meta = new ScimObject();
        meta[CommonAttributes.Kind] = new ScimText(type.Name);
        meta[CommonAttributes.Created] = new ScimTime(created);
        meta[CommonAttributes.LastModified] = new ScimTime(changed);
        meta[CommonAttributes.Location] = new ScimText(location);
        meta[CommonAttributes.Version] = new ScimText(Versions.Of(changedIn));
        return meta;
    }
}
