using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Roster.Core.Access.Granting;
using Roster.Core.Access.Subjects;

namespace Roster.Storage.Sql.Changes;

/// <summary>A change as the log keeps it.</summary>
/// <param name="Version">Of the kind's format; every version ever written stays readable.</param>
/// <param name="Facts">Ids, kinds, roles, levels, numbers, times and hashes: what a hash chain may hold for ever.</param>
/// <param name="Personal">What people typed about people, apart so that it can be erased without the facts.</param>
internal readonly record struct EncodedChange(string Kind, int Version, string Facts, string? Personal);

/// <summary>The facts of any change; each kind uses some.</summary>
internal sealed record Facts
{
    public ScopeRef? Scope { get; init; }

    public ScopeRef? Parent { get; init; }

    public string? Service { get; init; }

    public string? User { get; init; }

    public bool? Active { get; init; }

    public bool? Pending { get; init; }

    public MemberRef? Member { get; init; }

    public long? MemberNumber { get; init; }

    public string? Role { get; init; }

    public int? Level { get; init; }

    public int? OldLevel { get; init; }

    public bool? Cascades { get; init; }

    public long? Until { get; init; }

    public string? Key { get; init; }

    public byte[]? Hash { get; init; }

    public int? Grants { get; init; }

    public string? Owner { get; init; }

    public string[]? Labels { get; init; }

    public long? ExpiresAt { get; init; }

    public long? At { get; init; }

    public string? Invitation { get; init; }

    public int[]? Kinds { get; init; }

    [JsonConverter(typeof(GrantJson))]
    public IReadOnlyList<Grant>? Permissions { get; init; }

    [JsonConverter(typeof(SubjectTypeJson))]
    public IReadOnlyList<SubjectType>? SubjectTypes { get; init; }

    public bool? ShowsReasons { get; init; }

    public string? ResourceType { get; init; }

    public string? Resource { get; init; }

    public int? Ids { get; init; }
}

internal readonly record struct ScopeRef(int Kind, string Id);

internal readonly record struct MemberRef(int Kind, string Id);

[JsonSerializable(typeof(Facts))]
[JsonSerializable(typeof(Dictionary<string, string?>))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class LogJson : JsonSerializerContext
{
    /// <summary>Escapes what JSON demands and no more: nothing here ends in a web page, and settings are full of quotes.</summary>
    public static LogJson Form { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
