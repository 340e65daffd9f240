using System.Text.Json;
using Roster.Core.Memberships;
using Roster.Core.Values;
using Roster.Http.Scim.Patching;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Groups;

/// <summary>What a request makes of a group. What is absent stays.</summary>
internal sealed record WrittenGroup(Optional<string> DisplayName, Optional<string?> ExternalId, MemberWishes Members)
{
    private static readonly WrittenGroup Nothing = new(default, default, MemberWishes.None);

    public static ScimError? ReadNew(JsonElement body, out WrittenGroup written)
    {
        written = Nothing;
        var error = ReadWhole(body, out var whole, out var members);
        if (error is null && GroupIds.IsReserved(whole.Text(GroupSchema.DisplayName)!))
        {
            error = ReservedName(whole.Text(GroupSchema.DisplayName)!);
        }

        written = Of(whole, members);
        return error;
    }

    /// <param name="id">In the form in which the group is shown; a level's name is not to be written, and need not be sent.</param>
    public static ScimError? ReadReplacement(AccountId account, string id, bool isLevel, JsonElement body, out WrittenGroup written)
    {
        written = Nothing;
        var error = ReadWhole(body, out var whole, out var members, needsName: !isLevel) ?? OtherId(account, id, body);
        if (error is not null)
        {
            return error;
        }

        written = Of(whole, members);
        return written.CheckName(isLevel);
    }

    public static ScimError? ReadPatch(AccountId account, string id, bool isLevel, JsonElement body, out WrittenGroup written)
    {
        written = Nothing;
        var sent = SentId(body) is { } other && GroupIds.IsOne(account, id, other) ? other : id;
        if (PatchRequest.Read(ResourceType.Group, sent, body, out var request) is { } malformed)
        {
            return malformed;
        }

        // Neither operation looks at what there was: whatever is still this very value afterwards was not written.
        var before = new ScimObject();
        before[GroupSchema.DisplayName] = new ScimText(id);
        before[GroupSchema.ExternalId] = new ScimText(id);
        var members = MemberWishes.None;
        if ((Patch.Apply(request, before, out var after, out var draft) ?? WishesOf(draft, out members)) is { } error)
        {
            return error;
        }

        written = new(
            IsSame(GroupSchema.DisplayName) ? default(Optional<string>) : after.Text(GroupSchema.DisplayName)!,
            IsSame(GroupSchema.ExternalId) ? default(Optional<string?>) : after.Text(GroupSchema.ExternalId),
            members);
        return written.CheckName(isLevel);

        bool IsSame(ScimAttribute attribute) => ReferenceEquals(before[attribute], after[attribute]);
    }

    private static WrittenGroup Of(ScimObject whole, MemberWishes members) => new(
        whole.Text(GroupSchema.DisplayName) ?? "", whole.Text(GroupSchema.ExternalId), members);

    private static ScimError ReservedName(string name) => ScimError.Taken($"displayName: '{name}' is the name of a group of roles.");

    private ScimError? CheckName(bool isLevel) =>
        !isLevel && DisplayName.IsSet && GroupIds.IsReserved(DisplayName.Or("")) ? ReservedName(DisplayName.Or("")) : null;

    private static ScimError? ReadWhole(JsonElement body, out ScimObject whole, out MemberWishes members, bool needsName = true)
    {
        members = MemberWishes.None;
        var error = ResourceReader.Read(ResourceType.Group, body, out whole);
        if (error is null && needsName)
        {
            error = Completion.Complete(ResourceType.Group, whole);
        }

        return error ?? (MembersIn(body) is { } json
            ? MembersDraft.ReadWhole(json, out var draft) ?? WishesOf(draft, out members)
            : null);
    }

    /// <summary>Core attributes may also stand in an object that is called by the core's URN.</summary>
    private static JsonElement? MembersIn(JsonElement body) =>
        JsonMembers.Find(body, GroupSchema.Members.Name)
        ?? (JsonMembers.Find(body, Urns.Group) is { ValueKind: JsonValueKind.Object } core ? JsonMembers.Find(core, GroupSchema.Members.Name) : null);

    private static ScimError? WishesOf(MembersDraft draft, out MemberWishes wishes)
    {
        wishes = draft.IsReplaced
            ? MemberWishes.Exactly([.. draft.Add])
            : new([.. draft.Add], [.. draft.Remove.Where(IdForm.IsId)]);
        return wishes.Add.FirstOrDefault(id => !IdForm.IsId(id)) is { } nobody
            ? ScimError.Value($"members: must be ids: there is nobody with the id '{(Text.IsStorable(nobody) ? nobody : "")}'.")
            : null;
    }

    private static string? SentId(JsonElement body) =>
        JsonMembers.Find(body, "Operations") is { ValueKind: JsonValueKind.Array } operations
            ? operations.EnumerateArray()
                .Select(operation => operation.ValueKind == JsonValueKind.Object ? JsonMembers.Find(operation, "value") : null)
                .Select(value => value is { ValueKind: JsonValueKind.Object } whole ? JsonMembers.FindValue(whole, "id") : null)
                .Select(id => id is { ValueKind: JsonValueKind.String } text ? Texts.Of(text) : null)
                .FirstOrDefault(id => id is not null)
            : null;

    private static ScimError? OtherId(AccountId account, string id, JsonElement body) =>
        JsonMembers.FindValue(body, "id") is not { } sent
        || (sent.ValueKind == JsonValueKind.String && Texts.Of(sent) is { } text && GroupIds.IsOne(account, id, text))
            ? null
            : ScimError.Immutable("id: cannot be changed.");
}
