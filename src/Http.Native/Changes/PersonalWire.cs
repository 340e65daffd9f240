using System.Text.Json;
using Roster.Core.Changes;
using Roster.Core.Values;

namespace Roster.Http.Native.Changes;

/// <summary>What people wrote: null where a change carries none, and of a changed user or scope only what changed.</summary>
internal static class PersonalWire
{
    public static void Write(Utf8JsonWriter json, Change change)
    {
        switch (change)
        {
            case UserCreated c:
                WritePerson(json, c.Person);
                break;
            case UserRevived c:
                WritePerson(json, c.Person);
                break;
            case UserChanged c:
                WritePerson(json, c.Person);
                break;
            case InvitationIssued c:
                WriteOne(json, "userName"u8, c.Name.Given);
                break;
            case AccountOpened c:
                WriteOne(json, "name"u8, c.Name);
                break;
            case ScopeCreated c:
                WriteOne(json, "name"u8, c.Name);
                break;
            case ScopeChanged { Name: { IsSet: true } name }:
                WriteOne(json, "name"u8, name.Or(""));
                break;
            case KeyMinted c:
                WriteOne(json, "name"u8, c.Name);
                break;
            default:
                json.WriteNull("personal"u8);
                break;
        }
    }

    private static void WritePerson(Utf8JsonWriter json, Person person) => WritePerson(json, new PersonPatch(
        person.Name, person.GivenName, person.FamilyName, person.Phone, person.Picture, person.ExternalId, person.UserSchema));

    private static void WritePerson(Utf8JsonWriter json, PersonPatch person)
    {
        json.WriteStartObject("personal"u8);
        if (person.Name.IsSet)
        {
            json.WriteString("userName"u8, person.Name.Or(default).Given);
        }

        WriteIfSet(json, "givenName"u8, person.GivenName);
        WriteIfSet(json, "familyName"u8, person.FamilyName);
        WriteIfSet(json, "phone"u8, person.Phone);
        WriteIfSet(json, "picture"u8, person.Picture);
        WriteIfSet(json, "externalId"u8, person.ExternalId);
        WriteIfSet(json, "userSchema"u8, person.UserSchema);
        json.WriteEndObject();
    }

    private static void WriteIfSet(Utf8JsonWriter json, ReadOnlySpan<byte> name, Optional<string?> value)
    {
        if (value.IsSet)
        {
            json.WriteString(name, value.Or(null));
        }
    }

    private static void WriteOne(Utf8JsonWriter json, ReadOnlySpan<byte> name, string value)
    {
        json.WriteStartObject("personal"u8);
        json.WriteString(name, value);
        json.WriteEndObject();
    }
}
