using Roster.Core.Memberships;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Groups;

/// <summary>The groups that a user is in, as the user shows them.</summary>
internal static class UserGroups
{
    public static ScimList? Of(IReadOnlyList<UserGroup> groups, Links links) =>
        groups.Count == 0 ? null : new ScimList(groups.Select(group => Of(group, links)));

    private static ScimObject Of(UserGroup group, Links links)
    {
        var id = group.Level is { } level ? GroupIds.Of(group.Scope, level) : group.Scope.Id;
        var shown = new ScimObject();
        shown[UserSchema.Groups.Sub("value")!] = new ScimText(id);
        shown[UserSchema.Groups.Sub("$ref")!] = new ScimText(links.To(ResourceType.Group, id));
        shown[UserSchema.Groups.Sub("display")!] = new ScimText(group.Name ?? id);
        shown[UserSchema.Groups.Sub("type")!] = new ScimText(group.IsOwn ? "direct" : "indirect");
        return shown;
    }
}
