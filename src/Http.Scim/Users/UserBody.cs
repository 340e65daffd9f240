using System.Text.Json;
using Roster.Core.Users;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Patching;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;
using Roster.Core.Outcomes;
using Roster.Core.Changes;

namespace Roster.Http.Scim.Users;

/// <summary>Reads what a request makes of a user.</summary>
internal static class UserBody
{
    public static ScimError? ReadNew(JsonElement body, out WrittenUser? written)
    {
        written = null;
        return ResourceReader.Read(ResourceType.User, body, out var resource)
            ?? Completion.Complete(ResourceType.User, resource)
            ?? WrittenUser.Read(resource, out written);
    }

    /// <summary>A function that puts the body in the place of what the user was, but for whether they are active, where it does not say.</summary>
    public static ScimError? ReadWhole(string id, JsonElement body, Refused refused, out Func<User, Outcome<RewrittenUser>> rewrite)
    {
        var error = ResourceReader.Read(ResourceType.User, body, out var resource) ?? OtherId(id, body);
        rewrite = user =>
        {
            var whole = resource.Copy();
            whole[UserSchema.Active] ??= ScimFlag.Of(user.Active);
            return Rewritten(user, UserTree.Of(user), whole, refused);
        };
        return error;
    }

    public static ScimError? ReadPatch(string id, JsonElement body, Refused refused, out Func<User, Outcome<RewrittenUser>> rewrite)
    {
        var error = PatchRequest.Read(ResourceType.User, id, body, out var request);
        rewrite = user =>
        {
            var current = UserTree.Of(user);
            return Patch.Apply(request, current, out var patched, out _) is { } failed
                ? refused.As(failed)
                : Rewritten(user, current, patched, refused);
        };
        return error;
    }

    private static ScimError? OtherId(string id, JsonElement body) =>
        JsonMembers.FindValue(body, "id") is not { } sent || (sent.ValueKind == JsonValueKind.String && Texts.Of(sent) == id)
            ? null
            : ScimError.Immutable("id: cannot be changed.");

    private static Outcome<RewrittenUser> Rewritten(User user, ScimObject current, ScimObject wanted, Refused refused)
    {
        WrittenUser? written = null;
        var error = Completion.Complete(ResourceType.User, wanted) ?? WrittenUser.Read(wanted, out written);
        if (error is not null)
        {
            return refused.As(error);
        }

        // What reads the same is the same, in whichever order it came: nothing is written then.
        return wanted.Says(current)
            ? new RewrittenUser(new PersonPatch(), user.Active)
            : new RewrittenUser(written!.ToPatch(), written.Active);
    }
}
