using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Outcomes;

namespace Roster.Http.AuthZen.Checking;

/// <summary>A decision, and what there is to say about it.</summary>
internal sealed record ItemAnswer(bool Decision)
{
    public static readonly ItemAnswer Permit = new(true);
    public static readonly ItemAnswer Deny = new(false);

    public static ReadOnlySpan<byte> PermitJson => """{"decision":true}"""u8;

    public static ReadOnlySpan<byte> DenyJson => """{"decision":false}"""u8;

    public ItemAnswer(Explanation explanation)
        : this(explanation.Decision) => Reasons = explanation.Reasons;

    /// <summary>Why it is permitted, where the account wants that to be told.</summary>
    public IReadOnlyList<AccessReason> Reasons { get; init; } = [];

    /// <summary>What is wrong with the question itself.</summary>
    public Fault? Fault { get; init; }

    /// <summary>Why nothing comes after this one.</summary>
    public string? Semantic { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        if (Reasons.Count == 0 && Fault is null && Semantic is null)
        {
            json.WriteRawValue(Decision ? PermitJson : DenyJson, skipInputValidation: true);
            return;
        }

        json.WriteStartObject();
        json.WriteBoolean("decision"u8, Decision);
        json.WriteStartObject("context"u8);
        WriteContext(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteContext(Utf8JsonWriter json)
    {
        if (Fault is { } fault)
        {
            AuthZenFaults.Bad(fault).Write(json);
        }

        if (Semantic is { } semantic)
        {
            json.WriteString("reason"u8, semantic);
        }

        if (Reasons.Count > 0)
        {
            ReasonsWire.Write(json, Reasons);
        }
    }
}
