using Roster.Core.Changes;
using Roster.Core.Values;

namespace Roster.Http.Native.Documents;

/// <summary>What a document says of a person besides the name, by its members.</summary>
internal static class PersonMembers
{
    public static IEnumerable<(string Member, Optional<string?> Value)> Of(PersonPatch person) =>
    [
        ("givenName", person.GivenName),
        ("familyName", person.FamilyName),
        ("phone", person.Phone),
        ("picture", person.Picture),
        ("externalId", person.ExternalId),
        ("userSchema", person.UserSchema),
        ("displayName", person.DisplayName),
    ];
}
