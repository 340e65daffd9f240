using System.Text.Json;
using Roster.Cli.Output;
using Roster.Sdk.Native;

namespace Roster.Cli.Planning;

/// <summary>A plan for programs, as the server tells it.</summary>
internal static class PlanJson
{
    public static readonly Column<PlannedChange>[] ChangeColumns =
    [
        new("action", change => change.Action.Value),
        new("kind", change => change.Kind),
        new("id", change => change.Id),
        new("user", change => change.User),
        new("team", change => change.Team),
        new("in", change => change.In),
        new("before", change => change.Before),
        new("after", change => change.After),
    ];

    /// <summary>What a result of each is told by.</summary>
    public static readonly Column<PlannedChange>[] AppliedColumns =
    [
        new("kind", change => change.Kind),
        new("id", change => change.Id),
        new("member", change => change.User ?? (change.Team is { } team ? $"team/{team}" : null)),
        new("in", change => change.In),
    ];

    private static readonly Column<Reach>[] ReachColumns =
    [
        new("creates", reach => reach.Creates),
        new("changes", reach => reach.Changes),
        new("removals", reach => reach.Removals),
        new("usersDeactivated", reach => reach.UsersDeactivated),
        new("membershipsEnded", reach => reach.MembershipsEnded),
        new("keysRevoked", reach => reach.KeysRevoked),
        new("membersTouched", reach => reach.MembersTouched),
        new("membersTouchedPercent", reach => Number(reach.MembersTouchedPercent)),
        new("losesLastAdmin", reach => reach.LosesLastAdmin),
        new("summary", reach => reach.Summary),
    ];

    public static void Write(Utf8JsonWriter json, Plan plan, AppliedPlan? applied)
    {
        json.WriteStartObject();
        json.WriteString("id", plan.Id);
        json.WriteNumber("revision", applied?.Revision ?? plan.Revision);
        json.WriteBoolean("isEmpty", plan.IsEmpty);
        json.WriteString("expiresAt", Cell.Exact(plan.ExpiresAt));
        json.WriteNumber("maxRemovals", plan.MaxRemovals);
        if (applied is not null)
        {
            json.WriteNumber("applied", applied.Applied);
        }

        json.WriteStartArray("changes");
        foreach (var change in plan.Changes)
        {
            Write(json, change, ChangeColumns);
        }

        json.WriteEndArray();
        json.WritePropertyName("reach");
        Write(json, plan.Reach, ReachColumns);
        json.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter json, T item, Column<T>[] columns) =>
        JsonValue.WriteObject(json, [.. columns.Select(column => column.Name)], [.. columns.Select(column => column.Value(item))]);

    private static JsonElement Number(double value) => JsonElement.Parse(value.ToString("R"));
}
