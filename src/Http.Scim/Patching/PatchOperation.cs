using System.Text.Json;

namespace Roster.Http.Scim.Patching;

internal enum PatchVerb
{
    Add,
    Replace,
    Remove,
}

/// <summary>One operation on one target.</summary>
/// <param name="Value">Undefined where there is none.</param>
internal sealed record PatchOperation(PatchVerb Verb, PatchPath Path, JsonElement Value)
{
    public bool HasValue => Value.ValueKind != JsonValueKind.Undefined;

    public bool IsNull => Value.ValueKind == JsonValueKind.Null;
}
