using System.Text.Json;
using System.Text.RegularExpressions;

namespace Roster.Tests.Storage.Conformance.Postgres.Plans;

/// <summary>A step of a plan, with the steps that it takes rows from.</summary>
internal sealed partial class PlanNode
{
    private static readonly string[] ConditionKinds = ["Index Cond", "Recheck Cond", "Filter", "Join Filter", "One-Time Filter"];

    private readonly JsonElement _json;

    private PlanNode(JsonElement json)
    {
        _json = json;
        Steps = json.TryGetProperty("Plans", out var steps) ? [.. steps.EnumerateArray().Select(step => new PlanNode(step))] : [];
    }

    public string Kind => Text("Node Type")!;

    /// <summary>The one that is read or written here; null where none is.</summary>
    public string? Table => Text("Relation Name");

    public string? Index => Text("Index Name");

    /// <summary>With the columns' bare names.</summary>
    public string? IndexCondition => Text("Index Cond") is { } condition ? Qualifier().Replace(condition, "") : null;

    public bool Inserts => Kind == "ModifyTable" && Text("Operation") == "Insert";

    /// <summary>A table of ours.</summary>
    public bool Reads => Table is not null && Text("Schema") != "pg_catalog" && Kind != "ModifyTable";

    public IReadOnlyList<string> Output => [.. _json.GetProperty(nameof(Output)).EnumerateArray().Select(column => column.GetString()!)];

    public string Conditions => string.Join(" AND ", ConditionKinds.Select(Text).Where(condition => condition is not null));

    public IReadOnlyList<PlanNode> Steps { get; }

    /// <summary>Where the rows come from that are written.</summary>
    public PlanNode Source => Steps.Single(step => step.Text("Parent Relationship") == "Outer");

    public IEnumerable<PlanNode> All => Steps.SelectMany(step => step.All).Prepend(this);

    /// <summary>Pages that were read, from memory or not; only of a plan that was run.</summary>
    public long Pages => Number("Shared Hit Blocks") + Number("Shared Read Blocks");

    public double Rows => _json.GetProperty("Actual Rows").GetDouble();

    /// <param name="explained">What EXPLAIN says in JSON.</param>
    public static PlanNode Of(string explained) => new(JsonDocument.Parse(explained).RootElement[0].GetProperty("Plan"));

    public override string ToString() => string.Join('\n', Lines(""));

    private IEnumerable<string> Lines(string indent) =>
        Steps.SelectMany(step => step.Lines(indent + "  ")).Prepend($"{indent}{Kind} {Index} {Table} {Conditions}");

    private string? Text(string property) => _json.TryGetProperty(property, out var value) ? value.GetString() : null;

    private long Number(string property) => _json.TryGetProperty(property, out var value) ? value.GetInt64() : 0;

    [GeneratedRegex(@"\b\w+\.(?=[a-z])", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Qualifier();
}
