using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Groups;
using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Users;

/// <summary>Users as they are shown and judged: with <c>meta</c>, and with what follows from others where somebody looks at it.</summary>
internal static class UserResources
{
    // Users asked about at once: enough to make waiting short, few enough that no request fills the engine's queue.
    private const int Together = 100;

    public static async ValueTask<ScimObject> ShownAsync(IReads reads, User user, Selection selection, Links links) =>
        (await ShownAsync(reads, [user], selection.Shows(UserSchema.Groups), selection.Shows(ResourceType.User.Extension!), links))[0];

    /// <param name="withGroups">Whether the groups have to be read.</param>
    /// <param name="withManagers">Whether managers have to be looked up.</param>
    public static async ValueTask<IReadOnlyList<ScimObject>> ShownAsync(
        IReads reads, IReadOnlyList<User> users, bool withGroups, bool withManagers, Links links)
    {
        var shown = new List<ScimObject>(users.Count);
        foreach (var some in users.Chunk(Together))
        {
            var trees = Array.ConvertAll(some, user => Of(user, links));
            var managing = Array.ConvertAll(trees, tree => withManagers && ManagerOf(tree) is { } id ? reads.UserAsync(id) : default);
            var belonging = Array.ConvertAll(some, user => withGroups ? reads.GroupsOfAsync(user.Id) : default);
            for (var i = 0; i < some.Length; i++)
            {
                if (await managing[i] is { } manager)
                {
                    SetManager(trees[i], manager, links);
                }

                if (withGroups)
                {
                    trees[i][UserSchema.Groups] = UserGroups.Of(await belonging[i], links);
                }
            }

            shown.AddRange(trees);
        }

        return shown;
    }

    private static ScimObject Of(User user, Links links)
    {
        var tree = UserTree.Of(user);
        var extension = ResourceType.User.Extension!;
        var schemas = new ScimList(new ScimText(Urns.User));
        if (tree[extension] is ScimObject { IsEmpty: false })
        {
            schemas.Items.Add(new ScimText(Urns.EnterpriseUser));
        }

        tree[CommonAttributes.Schemas] = schemas;
        tree[CommonAttributes.Id] = new ScimText(user.Id.Value);
        tree[CommonAttributes.Meta] = Meta.Of(
            ResourceType.User, user.CreatedAt, user.ChangedAt, user.ChangedIn, links.To(ResourceType.User, user.Id.Value));
        return tree;
    }

    private static ScimObject? ManagerIn(ScimObject tree) =>
        (tree[ResourceType.User.Extension!] as ScimObject)?[UserSchema.Manager] as ScimObject;

    /// <summary>Any text can be a manager's id; what cannot be a user's need not be looked for.</summary>
    private static UserId? ManagerOf(ScimObject tree) =>
        ManagerIn(tree)?.Text(UserSchema.Manager.Value!) is { } id && IdForm.IsId(id) ? new UserId(id) : null;

    private static void SetManager(ScimObject tree, User manager, Links links)
    {
        var shown = ManagerIn(tree)!;
        shown[UserSchema.Manager.Sub("$ref")!] = new ScimText(links.To(ResourceType.User, manager.Id.Value));
        shown[UserSchema.Manager.Sub("displayName")!] = string.IsNullOrEmpty(manager.DisplayName) ? null : new ScimText(manager.DisplayName);
    }
}
