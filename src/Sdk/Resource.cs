using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Roster.Sdk;

/// <summary>What a server answers about one thing. Members that this version of the SDK doesn't know are kept, and written again with the others.</summary>
public abstract record Resource
{
    /// <summary>The members that this version doesn't know; null where there are none.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? OtherMembers { get; internal set; }

    public virtual bool Equals(Resource? other) =>
        other is not null && EqualityContract == other.EqualityContract && HasSameOthers(other);

    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>Only what has a name of its own is printed.</summary>
    protected virtual bool PrintMembers(StringBuilder builder) => false;

    private bool HasSameOthers(Resource other)
    {
        var (mine, others) = (OtherMembers, other.OtherMembers);
        return (mine?.Count ?? 0) == (others?.Count ?? 0)
            && (mine is null || others is null || mine.All(member => others.TryGetValue(member.Key, out var value) && JsonElement.DeepEquals(member.Value, value)));
    }
}
