using System.Text.Json;
using Roster.Core.Documents;

namespace Roster.Http.Native.Documents;

/// <summary>A plan as it is answered, and with <c>kept</c> as it is kept: with what it rests on.</summary>
internal static class PlanWire
{
    public static readonly Reply<Plan> One = new() { Body = Write, Version = plan => plan.Revision };

    public static readonly Reply<Plan> Made = new()
    {
        Body = Write, Version = plan => plan.Revision, Location = plan => $"/api/plans/{plan.Id}",
    };

    public static readonly Reply<AppliedPlan> Applied = new() { Body = Write };

    public static void Write(Utf8JsonWriter json, Plan plan) => Write(json, plan, false);

    public static void WriteKept(Utf8JsonWriter json, Plan plan) => Write(json, plan, true);

    public static void Write(Utf8JsonWriter json, AppliedPlan applied)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, applied.Id);
        json.WriteNumber("revision"u8, applied.Revision);
        json.WriteNumber("applied"u8, applied.Applied);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Plan plan, bool kept)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, plan.Id);
        json.WriteNumber("revision"u8, plan.Revision);
        json.WriteBoolean("isEmpty"u8, plan.Changes.Count == 0);
        json.WriteTime("expiresAt"u8, plan.ExpiresAt);
        json.WriteNumber("maxRemovals"u8, plan.MaxRemovals);
        WriteAppliedIn(json, plan.Applied);
        json.WriteStartArray("changes"u8);
        foreach (var change in plan.Changes)
        {
            PlannedChangeWire.Write(json, change, kept);
        }

        json.WriteEndArray();
        json.WritePropertyName("reach"u8);
        Write(json, plan.Reach);
        json.WriteEndObject();
    }

    private static void WriteAppliedIn(Utf8JsonWriter json, AppliedPlan? applied)
    {
        if (applied is null)
        {
            json.WriteNull("appliedIn"u8);
        }
        else
        {
            json.WriteNumber("appliedIn"u8, applied.Revision);
        }
    }

    private static void Write(Utf8JsonWriter json, Reach reach)
    {
        json.WriteStartObject();
        json.WriteNumber("creates"u8, reach.Creates);
        json.WriteNumber("changes"u8, reach.Changes);
        json.WriteNumber("removals"u8, reach.Removals);
        json.WriteNumber("usersDeactivated"u8, reach.UsersDeactivated);
        json.WriteNumber("membershipsEnded"u8, reach.MembershipsEnded);
        json.WriteNumber("keysRevoked"u8, reach.KeysRevoked);
        json.WriteNumber("membersTouched"u8, reach.MembersTouched);
        json.WriteNumber("membersTouchedPercent"u8, reach.MembersTouchedPercent);
        WriteTexts(json, "losesLastAdmin"u8, reach.LosesLastAdmin.Select(PlaceNames.Of));
        WriteTexts(json, "summary"u8, reach.Summary);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
