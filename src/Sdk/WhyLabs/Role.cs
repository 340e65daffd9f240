using System.Text.Json.Serialization;
using Roster.Sdk.Wire;

namespace Roster.Sdk.WhyLabs;

/// <summary>A user's role in an organization; one at most in each.</summary>
[JsonConverter(typeof(OpenNameConverter<Role>))]
public readonly record struct Role(string Value) : IOpenName<Role>
{
    public static Role Admin => new("ADMIN");

    public static Role Member => new("MEMBER");

    public static Role Viewer => new("VIEWER");

    public override string ToString() => Value;

    static Role IOpenName<Role>.Of(string value) => new(value);
}
