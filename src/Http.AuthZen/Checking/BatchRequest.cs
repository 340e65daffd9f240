using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Http.AuthZen.Reading;

namespace Roster.Http.AuthZen.Checking;

/// <summary>Many questions with what they have in common said once.</summary>
/// <param name="Items">In their order; what is wrong with one is its own answer.</param>
/// <param name="Single">The one question of a request without items, which is answered like one that never was a batch.</param>
internal sealed record BatchRequest(Semantic Semantic, IReadOnlyList<Outcome<AccessQuestion>> Items, AccessQuestion? Single = null)
{
    private const int MaxItems = 1_000;

    /// <summary>The questions, where each is to be answered and nothing is wrong with any; then there are no items.</summary>
    public IReadOnlyList<AccessQuestion>? Plain { get; init; }

    public static Outcome<BatchRequest> Read(ReadOnlySpan<byte> json)
    {
        if (SimpleQuestion.TryReadMany(json, MaxItems) is { } simple)
        {
            return new BatchRequest(Semantic.ExecuteAll, []) { Plain = simple };
        }

        return ReadAll(json);
    }

    /// <summary>Whatever there is in it.</summary>
    internal static Outcome<BatchRequest> ReadAll(ReadOnlySpan<byte> json)
    {
        var parsed = JsonText.Parse(json);
        return parsed.Failed(out var malformed) ? malformed : Read(parsed.Value);
    }

    private static Outcome<BatchRequest> Read(Fields body)
    {
        var defaults = QuestionParts.Read(body);
        var semantic = Semantics.Read(body);
        var items = ReadItems(body);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        return items.Length == 0
            ? defaults.Complete().Map(single => new BatchRequest(semantic, [], single))
            : new BatchRequest(semantic, [.. items.Select(item => ReadItem(item, defaults))]);
    }

    private static JsonElement[] ReadItems(Fields body)
    {
        const string Name = "evaluations";
        var items = body.Json(Name);
        if (items.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return [];
        }

        if (items.ValueKind != JsonValueKind.Array)
        {
            body.Refuse(Name, "must be an array");
            return [];
        }

        if (items.GetArrayLength() > MaxItems)
        {
            body.Refuse(Name, $"must be at most {MaxItems}");
            return [];
        }

        return [.. items.EnumerateArray()];
    }

    private static Outcome<AccessQuestion> ReadItem(JsonElement item, QuestionParts defaults)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return new Fault(FaultKind.InvalidValue, "An evaluation must be an object.");
        }

        var fields = new Fields(item);
        var parts = QuestionParts.Read(fields);
        return fields.Problem is { } problem ? problem : parts.Over(defaults).Complete();
    }
}
