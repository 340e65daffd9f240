using System.Text.Json;
using System.Text.Json.Serialization;
using Roster.Sdk.Wire;

namespace Roster.Sdk.Native;

/// <summary>What is between the account and a document: exact, kept by the server until it expires, and done as a whole or not at all.</summary>
public sealed record Plan : Versioned
{
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>The account's revision that it was computed at.</summary>
    public long Revision { get; init; }

    /// <summary>The account is as the document says.</summary>
    public bool IsEmpty { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public int MaxRemovals { get; init; }

    /// <summary>The revision in which it was applied; null where it was not.</summary>
    public long? AppliedIn { get; init; }

    /// <summary>In the order in which they are done.</summary>
    public IReadOnlyList<PlannedChange> Changes { get; init => field = value ?? []; } = [];

    public Reach Reach { get; init => field = value ?? new(); } = new();
}

/// <summary>One thing that is to be different.</summary>
public sealed record PlannedChange : Resource
{
    public PlannedAction Action { get; init; }

    /// <summary><c>role</c>, <c>user</c>, <c>team</c>, <c>organization</c>, <c>group</c>, <c>connector</c> or <c>membership</c>.</summary>
    public string Kind { get; init => field = value ?? ""; } = "";

    public string? Id { get; init; }

    /// <summary>Of a membership: whose.</summary>
    public string? User { get; init; }

    /// <summary>Of a team's membership: the team's id.</summary>
    public string? Team { get; init; }

    /// <summary>Of a membership: where.</summary>
    public string? In { get; init; }

    /// <summary>What it was; null for what is created.</summary>
    public JsonElement? Before { get; init; }

    /// <summary>What it is to be; null for what is removed.</summary>
    public JsonElement? After { get; init; }
}

/// <summary>What a plan does with a thing.</summary>
[JsonConverter(typeof(OpenNameConverter<PlannedAction>))]
public readonly record struct PlannedAction(string Value) : IOpenName<PlannedAction>
{
    public static PlannedAction Create => new("create");

    public static PlannedAction Change => new("change");

    public static PlannedAction Remove => new("remove");

    public override string ToString() => Value;

    static PlannedAction IOpenName<PlannedAction>.Of(string value) => new(value);
}

/// <summary>How far a plan goes.</summary>
public sealed record Reach : Resource
{
    public int Creates { get; init; }

    public int Changes { get; init; }

    public int Removals { get; init; }

    public int UsersDeactivated { get; init; }

    public int MembershipsEnded { get; init; }

    public int KeysRevoked { get; init; }

    public int MembersTouched { get; init; }

    public double MembersTouchedPercent { get; init; }

    /// <summary>The places that nobody administers any more.</summary>
    public IReadOnlyList<string> LosesLastAdmin { get; init => field = value ?? []; } = [];

    /// <summary>In sentences, the gravest first.</summary>
    public IReadOnlyList<string> Summary { get; init => field = value ?? []; } = [];
}

/// <summary>A plan that was done.</summary>
public sealed record AppliedPlan : Resource
{
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>The account's revision with all of it.</summary>
    public long Revision { get; init; }

    /// <summary>How many changes it made.</summary>
    public int Applied { get; init; }
}

/// <summary>Something that a plan depends on, and that is not any more what it was.</summary>
public sealed record Moved : Resource
{
    public string Kind { get; init => field = value ?? ""; } = "";

    public string? Id { get; init; }

    public string What { get; init => field = value ?? ""; } = "";
}

/// <summary>Something that is wrong with a document.</summary>
public sealed record DocumentProblem : Resource
{
    /// <summary>Where: <c>memberships[3].role</c>.</summary>
    public string Field { get; init => field = value ?? ""; } = "";

    public string Detail { get; init => field = value ?? ""; } = "";
}

/// <summary>What a refusal says beyond the one detail.</summary>
internal sealed record RefusalDetails(IReadOnlyList<Moved>? Moved, IReadOnlyList<DocumentProblem>? Problems);
