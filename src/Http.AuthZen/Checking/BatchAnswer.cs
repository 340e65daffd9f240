using System.Text.Json;

namespace Roster.Http.AuthZen.Checking;

/// <summary>What a batch answers: a decision for each item, up to the one that decides.</summary>
internal static class BatchAnswer
{
    /// <param name="judged">Of the items that are questions, in their order.</param>
    public static IReadOnlyList<ItemAnswer> Of(BatchRequest batch, IReadOnlyList<ItemAnswer> judged)
    {
        var (answers, next) = (new List<ItemAnswer>(batch.Items.Count), 0);
        foreach (var item in batch.Items)
        {
            var answer = item.Fault is { } fault ? new ItemAnswer(false) { Fault = fault } : judged[next++];
            var ends = batch.Semantic.EndsWith(answer.Decision);
            answers.Add(ends && !answer.Decision ? answer with { Semantic = Semantics.DenyOnFirstDeny } : answer);
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
            answer.Write(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
