using System.Text.Json.Serialization;
using Roster.Sdk.Wire;

namespace Roster.Sdk.Native;

/// <summary>A kind of place where one can be a member.</summary>
[JsonConverter(typeof(OpenNameConverter<ScopeKind>))]
public readonly record struct ScopeKind(string Value) : IOpenName<ScopeKind>
{
    public static ScopeKind Account => new("account");

    public static ScopeKind Organization => new("organization");

    public static ScopeKind Group => new("group");

    public static ScopeKind Connector => new("connector");

    /// <summary>A membership of this kind is a seat in a team.</summary>
    public static ScopeKind Team => new("team");

    public override string ToString() => Value;

    static ScopeKind IOpenName<ScopeKind>.Of(string value) => new(value);
}

/// <summary>How high a role is: admin, then member, then viewer.</summary>
[JsonConverter(typeof(OpenNameConverter<Level>))]
public readonly record struct Level(string Value) : IOpenName<Level>
{
    public static Level Admin => new("admin");

    public static Level Member => new("member");

    public static Level Viewer => new("viewer");

    public static Level None => new("none");

    public override string ToString() => Value;

    static Level IOpenName<Level>.Of(string value) => new(value);
}

/// <summary>What a key may do.</summary>
[JsonConverter(typeof(OpenNameConverter<Grant>))]
public readonly record struct Grant(string Value) : IOpenName<Grant>
{
    public static Grant Read => new("read");

    public static Grant Provision => new("provision");

    public static Grant Admin => new("admin");

    public static Grant Check => new("check");

    public override string ToString() => Value;

    static Grant IOpenName<Grant>.Of(string value) => new(value);
}

/// <summary>What a request came in by.</summary>
[JsonConverter(typeof(OpenNameConverter<Door>))]
public readonly record struct Door(string Value) : IOpenName<Door>
{
    public static Door Native => new("native");

    public static Door Fivetran => new("fivetran");

    public static Door WhyLabs => new("whylabs");

    public static Door Scim => new("scim");

    public static Door AuthZen => new("authzen");

    public static Door Server => new("server");

    public override string ToString() => Value;

    static Door IOpenName<Door>.Of(string value) => new(value);
}
