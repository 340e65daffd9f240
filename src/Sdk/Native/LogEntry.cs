using System.Text.Json;

namespace Roster.Sdk.Native;

/// <summary>A row of the account's log: one fact that became true.</summary>
public sealed record LogEntry : Resource
{
    public long Revision { get; init; }

    /// <summary>The first revision of those that became true at once.</summary>
    public long Set { get; init; }

    public DateTimeOffset Time { get; init; }

    /// <summary><c>UserCreated</c>, <c>RoleGiven</c>, … Servers to come may know more.</summary>
    public string Kind { get; init => field = value ?? ""; } = "";

    /// <summary><c>key:…</c>, <c>invitation:…</c>, <c>operator</c>, <c>server</c>.</summary>
    public string Actor { get; init => field = value ?? ""; } = "";

    public Door Door { get; init; }

    /// <summary>Ids and kinds: what became true.</summary>
    public JsonElement Change { get; init; }

    /// <summary>What people wrote; null where the change carries none.</summary>
    public JsonElement? Personal { get; init; }
}

internal sealed record LogPage
{
    public IReadOnlyList<LogEntry> Items { get; init => field = value ?? []; } = [];

    public long? NextAfter { get; init; }
}
