using System.Text.Json.Serialization;
using Roster.Sdk.Wire;

namespace Roster.Sdk.Access;

/// <summary>How the account wants to be asked.</summary>
public sealed record AccessSettings : Versioned
{
    public IReadOnlyList<SubjectType> SubjectTypes { get; init => field = value ?? []; } = [];

    /// <summary>Whether decisions come with why.</summary>
    public bool ShowsReasons { get; init; }
}

/// <summary>What is to become of the settings. What is not set stays as it is.</summary>
public sealed record AccessSettingsChange
{
    /// <summary>All of them; an empty list for the usual ones.</summary>
    public IReadOnlyList<SubjectType>? SubjectTypes { get; init; }

    public Change<bool> ShowsReasons { get; init; }
}

/// <summary>What questions call members of a kind.</summary>
/// <param name="Type">As a question's subject has it.</param>
public sealed record SubjectType(string Type, SubjectKind Kind, SubjectIdentifier Identifier);

/// <summary>Users or teams.</summary>
[JsonConverter(typeof(OpenNameConverter<SubjectKind>))]
public readonly record struct SubjectKind(string Value) : IOpenName<SubjectKind>
{
    public static SubjectKind User => new("user");

    public static SubjectKind Team => new("team");

    public override string ToString() => Value;

    static SubjectKind IOpenName<SubjectKind>.Of(string value) => new(value);
}

/// <summary>By what questions name members. A team has only an id.</summary>
[JsonConverter(typeof(OpenNameConverter<SubjectIdentifier>))]
public readonly record struct SubjectIdentifier(string Value) : IOpenName<SubjectIdentifier>
{
    public static SubjectIdentifier Id => new("id");

    public static SubjectIdentifier Email => new("email");

    public static SubjectIdentifier UserName => new("userName");

    public static SubjectIdentifier ExternalId => new("externalId");

    public override string ToString() => Value;

    static SubjectIdentifier IOpenName<SubjectIdentifier>.Of(string value) => new(value);
}
