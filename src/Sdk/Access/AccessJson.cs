using System.Text.Json;
using System.Text.Json.Serialization;

namespace Roster.Sdk.Access;

internal sealed record Decision
{
    /// <summary>An answer without one is none: nobody is let in by it.</summary>
    [JsonRequired]
    [JsonPropertyName("decision")]
    public bool Allowed { get; init; }
}

internal sealed record Decisions([property: JsonRequired] IReadOnlyList<Decision> Evaluations);

internal sealed record Batch(IReadOnlyList<AccessQuestion> Evaluations);

internal sealed record Searched(string Type, string? Id = null, JsonElement? Properties = null);

internal sealed record Search(Searched Subject, AccessAction? Action, Searched Resource, JsonElement? Context, SearchPage Page);

internal sealed record SearchPage(string? Token, int? Limit);

internal sealed record Found(string? Id, string? Name);

/// <summary>What the server answers, in AuthZEN's words.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(Decisions))]
[JsonSerializable(typeof(Found))]
internal sealed partial class AccessJson : JsonSerializerContext;

/// <summary>What is sent: nothing that was not set.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccessQuestion))]
[JsonSerializable(typeof(Batch))]
[JsonSerializable(typeof(Search))]
internal sealed partial class AccessRequests : JsonSerializerContext;
