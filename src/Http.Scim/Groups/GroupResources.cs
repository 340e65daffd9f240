using Roster.Core.Memberships;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Groups;

/// <summary>Groups as they are shown and judged.</summary>
internal static class GroupResources
{
    private const int Chunk = 10_000;

    private static readonly ScimAttribute Value = GroupSchema.Members.Sub("value")!;
    private static readonly ScimAttribute Ref = GroupSchema.Members.Sub("$ref")!;
    private static readonly ScimAttribute Type = GroupSchema.Members.Sub("type")!;
    private static readonly ScimAttribute Display = GroupSchema.Members.Sub("display")!;

    /// <summary>Without its members.</summary>
    public static ScimObject Of(GroupRow row, Links links)
    {
        var tree = new ScimObject();
        tree[CommonAttributes.Schemas] = new ScimList(new ScimText(Urns.Group));
        tree[CommonAttributes.Id] = new ScimText(row.Id);
        tree[GroupSchema.ExternalId] = string.IsNullOrEmpty(row.ExternalId) ? null : new ScimText(row.ExternalId);
        tree[GroupSchema.DisplayName] = row.DisplayName.Length == 0 ? null : new ScimText(row.DisplayName);
        tree[CommonAttributes.Meta] = Meta.Of(
            ResourceType.Group, row.CreatedAt, row.ChangedAt, row.ChangedIn, links.To(ResourceType.Group, row.Id));
        return tree;
    }

    /// <summary>With its members where they are shown; else they are not read.</summary>
    public static async ValueTask<ScimObject> ShownAsync(IReads reads, GroupRow row, Selection selection, Links links)
    {
        var tree = Of(row, links);
        if (selection.Shows(GroupSchema.Members))
        {
            tree[GroupSchema.Members] = Members(await reads.MembersAsync(row, int.MaxValue), links);
        }

        return tree;
    }

    public static ScimList? Members(IReadOnlyList<GroupMember> members, Links links) =>
        members.Count == 0 ? null : new ScimList(members.Select(member => Of(member, links)));

    /// <summary>Of teams in the order of joining, of levels by id.</summary>
    public static async ValueTask<List<GroupMember>> MembersAsync(this IReads reads, GroupRow row, int atMost)
    {
        var all = new List<GroupMember>();
        if (row.Level is not { } level)
        {
            for (long? after = 0; after is { } number && all.Count < atMost;)
            {
                var slice = await reads.TeamMembersAsync(row.Id, new Page(number, Math.Min(Chunk, atMost - all.Count)));
                all.AddRange(slice.Items);
                after = slice.Next;
            }

            return all;
        }

        for (MemberId? after = MemberId.User(new("")); after is { } member && all.Count < atMost;)
        {
            var limit = Math.Min(Chunk, atMost - all.Count);
            var some = await reads.RoleGroupMembersAsync(row.Scope, level, member, limit);
            all.AddRange(some);
            after = some.Count < limit ? null : some[^1].Member;
        }

        return all;
    }

    /// <summary>Of those named, who is in the group.</summary>
    public static async ValueTask<List<GroupMember>> MembersAsync(this IReads reads, GroupRow row, IReadOnlyList<string> ids)
    {
        var named = ids.Where(IdForm.IsId).Distinct(StringComparer.Ordinal)
            .SelectMany(id => new[] { MemberId.User(new UserId(id)), MemberId.Team(id) })
            .ToArray();
        var members = new List<GroupMember>();
        foreach (var finding in Array.ConvertAll(named, member => reads.MembershipAsync(member, row.Scope)))
        {
            if (await finding is { } held && (row.Level is not { } level || held.Level == level))
            {
                members.Add(new(held.Member, null, held.Number, held.Level));
            }
        }

        return members;
    }

    private static ScimObject Of(GroupMember member, Links links)
    {
        var isTeam = member.Member.Kind == MemberKind.Team;
        var shown = new ScimObject();
        shown[Value] = new ScimText(member.Member.Id);
        shown[Ref] = new ScimText(links.To(isTeam ? ResourceType.Group : ResourceType.User, member.Member.Id));
        shown[Type] = new ScimText(isTeam ? ResourceType.Group.Name : ResourceType.User.Name);
        shown[Display] = string.IsNullOrEmpty(member.DisplayName) ? null : new ScimText(member.DisplayName);
        return shown;
    }
}
