using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Roster.Core.Changes;
using Roster.Core.Documents;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Http.Native.Roles;

namespace Roster.Http.Native.Documents;

/// <summary>Reads a plan as it is kept.</summary>
internal static class KeptPlan
{
    public static Plan Read(JsonElement plan) => new(
        Text(plan, "id")!,
        plan.GetProperty("revision").GetInt64(),
        Time(plan, "expiresAt")!.Value,
        plan.GetProperty("maxRemovals").GetInt32(),
        [.. plan.GetProperty("changes").EnumerateArray().Select(ReadChange)],
        ReadReach(plan.GetProperty("reach")));

    private static PlannedChange ReadChange(JsonElement change)
    {
        var (action, seen) = (ActionOf(Text(change, "action")!), change.GetProperty("seen").GetInt64());
        var (before, after) = (change.GetProperty("before"), change.GetProperty("after"));
        return Text(change, "kind") switch
        {
            "user" => new PlannedUser(action, new(Text(change, "id")!), Name(Text(change, "user")!), User(before), User(after), seen),
            "role" => new PlannedRole(action, Text(change, "id")!, OwnRole(change, before), OwnRole(change, after), seen),
            "membership" => new PlannedMembership(
                action,
                Text(change, "userId") is { } user ? MemberId.User(new(user)) : MemberId.Team(Text(change, "team")!),
                Text(change, "user") is { } name ? Name(name) : default,
                change.GetProperty("isActive").GetBoolean(),
                PlaceNames.Parse(Text(change, "in")!, new ScopeId(ScopeKind.Account, Text(change, "place")!))!.Value,
                Role(before),
                Role(after),
                seen),
            { } kind => new PlannedScope(
                action, new ScopeId(WireNames.ScopeKindOf(kind)!.Value, Text(change, "id")!), Scope(before), Scope(after), seen),
            null => throw new UnreachableException("A plan was kept without a kind."),
        };
    }

    private static ChangeAction ActionOf(string name) =>
        Array.Find(Enum.GetValues<ChangeAction>(), action => PlannedChangeWire.NameOf(action) == name);

    private static UserValues? User(JsonElement values) => values.ValueKind == JsonValueKind.Null
        ? null
        : new(
            new PersonPatch(
                values.TryGetProperty("userName", out var name) ? Name(name.GetString()!) : default(Optional<UserName>),
                Optional(values, "givenName"),
                Optional(values, "familyName"),
                Optional(values, "phone"),
                Optional(values, "picture"),
                Optional(values, "externalId"),
                Optional(values, "userSchema"),
                Optional(values, "displayName")),
            values.TryGetProperty("active", out var active) ? active.GetBoolean() : default(Optional<bool>));

    private static ScopeValues? Scope(JsonElement values) => values.ValueKind == JsonValueKind.Null
        ? null
        : new(
            Text(values, "name")!,
            Optional(values, "group").Or(null),
            Optional(values, "service").Or(null),
            Optional(values, "description").Or(null));

    private static Role? OwnRole(JsonElement change, JsonElement values) => values.ValueKind == JsonValueKind.Null
        ? null
        : RoleBody.ReadChange(new Fields(values), Text(change, "id")!).Of(RoleRules.Custom(Text(change, "id")!, "", [], Level.Viewer, []));

    private static RoleValues? Role(JsonElement values) =>
        values.ValueKind == JsonValueKind.Null ? null : new(Text(values, "role")!, Time(values, "expiresAt"));

    private static Reach ReadReach(JsonElement reach) => new(
        Number(reach, "creates"),
        Number(reach, "changes"),
        Number(reach, "removals"),
        Number(reach, "usersDeactivated"),
        Number(reach, "membershipsEnded"),
        Number(reach, "keysRevoked"),
        Number(reach, "membersTouched"),
        Number(reach, "membersTouchedPercent"),
        [.. reach.GetProperty("losesLastAdmin").EnumerateArray().Select(scope => PlaceNames.Parse(scope.GetString()!, new(ScopeKind.Account, ""))!.Value)]);

    private static UserName Name(string given) => new(given, UserName.FoldOf(given));

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static Instant? Time(JsonElement json, string name) => Text(json, name) is { } time
        ? Instant.From(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
        : null;

    private static Optional<string?> Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : default(Optional<string?>);
}
