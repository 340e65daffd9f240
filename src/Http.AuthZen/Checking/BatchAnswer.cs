using System.Text.Json;
using Roster.Core.Outcomes;

namespace Roster.Http.AuthZen.Checking;

/// <summary>What a batch answers: a decision for each item, up to the one that decides.</summary>
internal static class BatchAnswer
{
    public static IReadOnlyList<ItemAnswer> Of(BatchRequest batch, IReadOnlyList<bool> decisions)
    {
        var (answers, judged) = (new List<ItemAnswer>(batch.Items.Count), 0);
        foreach (var item in batch.Items)
        {
            var decision = item.Fault is null && decisions[judged++];
            var ends = batch.Semantic.EndsWith(decision);
            answers.Add(new(decision, item.Fault, ends && !decision ? Semantics.DenyOnFirstDeny : null));
            if (ends)
            {
                break;
            }
        }

        return answers;
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<ItemAnswer> answers)
    {
        json.WriteStartObject();
        json.WriteStartArray("evaluations"u8);
        foreach (var answer in answers)
        {
            json.WriteStartObject();
            json.WriteBoolean("decision"u8, answer.Decision);
            WriteContext(json, answer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, ItemAnswer answer)
    {
        if (answer is { Fault: null, Reason: null })
        {
            return;
        }

        json.WriteStartObject("context"u8);
        if (answer.Fault is { } fault)
        {
            AuthZenFaults.Bad(fault).Write(json);
        }

        if (answer.Reason is { } reason)
        {
            json.WriteString("reason"u8, reason);
        }

        json.WriteEndObject();
    }
}

/// <param name="Fault">What is wrong with the item itself.</param>
/// <param name="Reason">Why the answer ends here.</param>
internal sealed record ItemAnswer(bool Decision, Fault? Fault, string? Reason);
