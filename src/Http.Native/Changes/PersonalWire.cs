using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Http.Native.Roles;

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
            case ScopeCreated { Scope.Kind: ScopeKind.Team } c:
                WriteTeam(json, c.Name, c.Settings, c.ExternalId is { } externalId ? externalId : default(Optional<string?>));
                break;
            case ScopeChanged { Scope.Kind: ScopeKind.Team } c:
                WriteTeam(json, c.Name.IsSet ? c.Name.Or("") : default(Optional<string?>), c.Settings, c.ExternalId);
                break;
            case ScopeCreated c:
                WriteOne(json, "name"u8, c.Name);
                break;
            case ScopeChanged { Name: { IsSet: true } name }:
                WriteOne(json, "name"u8, name.Or(""));
                break;
            case RoleGroupChanged c:
                json.WriteStartObject("personal"u8);
                json.WriteString("externalId"u8, c.ExternalId);
                json.WriteEndObject();
                break;
            case KeyMinted c:
                WriteOne(json, "name"u8, c.Name);
                break;
            case RoleDefined c:
                WriteOne(json, "description"u8, c.Description);
                break;
            case RoleRedefined c:
                WriteOne(json, "description"u8, c.Description);
                break;
            case UserAttributesSet c:
                WriteAttributes(json, c.Attributes);
                break;
            case ResourceRegistered c:
                WriteAttributes(json, c.Attributes);
                break;
            default:
                json.WriteNull("personal"u8);
                break;
        }
    }

    private static void WritePerson(Utf8JsonWriter json, Person person) => WritePerson(json, new PersonPatch(
        person.Name,
        person.GivenName,
        person.FamilyName,
        person.Phone,
        person.Picture,
        person.ExternalId,
        person.UserSchema,
        person.DisplayName,
        person.Profile is { } profile ? profile : default(Optional<UserProfile?>)));

    private static void WritePerson(Utf8JsonWriter json, PersonPatch person)
    {
        json.WriteStartObject("personal"u8);
        if (person.Name.IsSet)
        {
            json.WriteString("userName"u8, person.Name.Or(default).Given);
        }

        WriteIfSet(json, "givenName"u8, person.GivenName);
        WriteIfSet(json, "familyName"u8, person.FamilyName);
        WriteIfSet(json, "displayName"u8, person.DisplayName);
        WriteIfSet(json, "phone"u8, person.Phone);
        WriteIfSet(json, "picture"u8, person.Picture);
        WriteIfSet(json, "externalId"u8, person.ExternalId);
        WriteIfSet(json, "userSchema"u8, person.UserSchema);
        WriteIfSet(json, "profile"u8, person.Profile.IsSet ? person.Profile.Or(null)?.Text : default(Optional<string?>));
        json.WriteEndObject();
    }

    /// <summary>A team's settings are its description.</summary>
    private static void WriteTeam(
        Utf8JsonWriter json, Optional<string?> name, Optional<string?> description, Optional<string?> externalId)
    {
        json.WriteStartObject("personal"u8);
        WriteIfSet(json, "name"u8, name);
        WriteIfSet(json, "description"u8, description);
        WriteIfSet(json, "externalId"u8, externalId);
        json.WriteEndObject();
    }

    private static void WriteAttributes(Utf8JsonWriter json, Attributes attributes)
    {
        json.WriteStartObject("personal"u8);
        GrantWire.Write(json, attributes);
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
