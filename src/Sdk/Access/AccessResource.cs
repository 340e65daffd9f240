using System.Text.Json.Serialization;
using Roster.Sdk.Native;
using Roster.Sdk.Wire;

namespace Roster.Sdk.Access;

/// <summary>A type of resource that the account has defined, besides its kinds of place.</summary>
public sealed record AccessResourceType : Versioned
{
    public string Name { get; init => field = value ?? ""; } = "";

    public ResourceIds Ids { get; init; }

    /// <summary>Where resources are that say no place.</summary>
    public Place Home { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }
}

/// <summary>A resource of an application's that is registered.</summary>
public sealed record AccessResource : Versioned
{
    public string Type { get; init => field = value ?? ""; } = "";

    public string Id { get; init => field = value ?? ""; } = "";

    public Place Scope { get; init; }

    public IReadOnlyDictionary<string, AttributeValue> Attributes { get; init => field = value ?? Nothing; } = Nothing;

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    private static IReadOnlyDictionary<string, AttributeValue> Nothing { get; } = new Dictionary<string, AttributeValue>();
}

/// <summary>Which ids of a type there are.</summary>
[JsonConverter(typeof(OpenNameConverter<ResourceIds>))]
public readonly record struct ResourceIds(string Value) : IOpenName<ResourceIds>
{
    /// <summary>Those that were registered.</summary>
    public static ResourceIds Registered => new("registered");

    /// <summary>Every one: what is not registered is at the type's home.</summary>
    public static ResourceIds Any => new("any");

    public override string ToString() => Value;

    static ResourceIds IOpenName<ResourceIds>.Of(string value) => new(value);
}

internal sealed record DefinedResourceType(ResourceIds? Ids, Place? Home);

internal sealed record RegisteredResource(Place? Scope, IReadOnlyDictionary<string, AttributeValue>? Attributes);
