using System.Text;
using System.Text.Json.Serialization;

namespace Roster.Sdk;

/// <summary>A thing that says which version of it this is.</summary>
public abstract record Versioned : Resource
{
    /// <summary>
    /// Names this version: given to <see cref="WriteOptions.IfMatch"/>, a write is refused once the thing has changed. Null in lists, which
    /// don't tell; so it does not count when two are compared.
    /// </summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    public virtual bool Equals(Versioned? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();

    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
