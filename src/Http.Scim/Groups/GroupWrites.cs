using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Teams;
using Roster.Core.Values;

namespace Roster.Http.Scim.Groups;

/// <summary>A resource that was written, in its version then; or why not.</summary>
internal readonly record struct Written(ScimError? Error, string Id, long Version, long Revision)
{
    public static Written Refused(ScimError error, long revision = 0) => new(error, "", 0, revision);
}

/// <summary>Writes groups of both kinds, for a request of their own and for one among many.</summary>
internal sealed class GroupWrites(IStore store, CreateTeamGroup create, ChangeTeamGroup change, DeleteTeam delete, ChangeRoleGroup changeLevel)
{
    private delegate ScimError? Reading(AccountId account, string id, bool isLevel, JsonElement body, out WrittenGroup written);

    public async ValueTask<Written> CreateAsync(Caller caller, JsonElement body, CancellationToken cancellationToken)
    {
        if (WrittenGroup.ReadNew(body, out var written) is { } error)
        {
            return Written.Refused(error);
        }

        var made = await create.RunAsync(
            caller, new(written.DisplayName.Or(""), written.ExternalId.Or(null), [.. written.Members.Add]), cancellationToken);
        return made.Failed(out var fault)
            ? Refused(fault, "", made.Revision)
            : new(null, made.Value.Id, made.Value.ChangedIn, made.Revision);
    }

    public ValueTask<Written> ReplaceAsync(Caller caller, string id, JsonElement body, CancellationToken cancellationToken) =>
        ChangeAsync(caller, id, body, WrittenGroup.ReadReplacement, cancellationToken);

    public ValueTask<Written> PatchAsync(Caller caller, string id, JsonElement body, CancellationToken cancellationToken) =>
        ChangeAsync(caller, id, body, WrittenGroup.ReadPatch, cancellationToken);

    public async ValueTask<Written> DeleteAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        if (GroupIds.Parse(caller.Account, id) is { } level)
        {
            var there = await store.AskAsync(
                caller,
                level.Scope,
                async reads => Outcome.Of(await reads.RoleGroupAsync(level.Scope, level.Level) is not null),
                cancellationToken);
            return there.Failed(out var unasked) ? Refused(unasked, id, there.Revision)
                : Written.Refused(there.Value ? ScimError.Immutable("id: a group of roles is always there.") : Unknown(id), there.Revision);
        }

        if (!IdForm.IsId(id))
        {
            return Written.Refused(Unknown(id));
        }

        var done = await delete.RunAsync(caller, id, cancellationToken);
        return done.Failed(out var fault) ? Refused(fault, id, done.Revision) : new(null, id, 0, done.Revision);
    }

    public static ScimError Unknown(string id) => new(404, null, $"There is no group '{id}'.");

    private async ValueTask<Written> ChangeAsync(
        Caller caller, string id, JsonElement body, Reading read, CancellationToken cancellationToken)
    {
        var level = GroupIds.Parse(caller.Account, id);
        var shown = level is { } known ? GroupIds.Of(known.Scope, known.Level) : id;
        if (level is null && !IdForm.IsId(id))
        {
            return Written.Refused(Unknown(id));
        }

        if (read(caller.Account, shown, level is not null, body, out var written) is { } error)
        {
            return Written.Refused(error);
        }

        var changed = level is { } group
            ? await changeLevel.RunAsync(caller, new(group.Scope, group.Level, written.ExternalId, written.Members), cancellationToken)
            : await change.RunAsync(caller, new(id, written.DisplayName, written.ExternalId, written.Members), cancellationToken);
        return changed.Failed(out var fault)
            ? Refused(fault, id, changed.Revision)
            : new(null, shown, changed.Value, changed.Revision);
    }

    private static Written Refused(Fault fault, string id, long revision) => Written.Refused(
        fault.Kind is FaultKind.UnknownTeam or FaultKind.UnknownOrganization or FaultKind.UnknownAccount ? Unknown(id) : ScimFaults.Of(fault),
        revision);
}
