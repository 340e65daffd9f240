using System.Text.Json.Serialization;

namespace Roster.Sdk.Access;

/// <summary>What the account keeps about a user for conditions to ask. The version is the user's.</summary>
public sealed record UserAttributes : Versioned
{
    [JsonIgnore]
    public IReadOnlyDictionary<string, AttributeValue> Values =>
        OtherMembers?.ToDictionary(member => member.Key, member => AttributeValue.Of(member.Value)) ?? [];
}
