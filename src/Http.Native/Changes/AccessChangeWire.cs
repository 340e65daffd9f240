using System.Diagnostics;
using System.Text.Json;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Changes;
using Roster.Core.Memberships;

namespace Roster.Http.Native.Changes;

/// <summary>The facts of changes that are about access alone.</summary>
internal static class AccessChangeWire
{
    public static void Write(Utf8JsonWriter json, Change change)
    {
        switch (change)
        {
            case AccessSettingsChanged c:
                WriteTypes(json, c.SubjectTypes);
                json.WriteBoolean("showsReasons"u8, c.ShowsReasons);
                break;
            case UserAttributesSet c:
                json.WriteString("userId"u8, c.User.Value);
                break;
            case ResourceTypeDefined c:
                json.WriteString("resourceType"u8, c.Name);
                json.WriteString("ids"u8, c.Ids == ResourceIds.Any ? "any"u8 : "registered"u8);
                ChangeWire.WriteScope(json, "scope"u8, c.Home);
                break;
            case ResourceTypeRemoved c:
                json.WriteString("resourceType"u8, c.Name);
                break;
            case ResourceRegistered c:
                WriteResource(json, c.Type, c.Id);
                ChangeWire.WriteScope(json, "scope"u8, c.Scope);
                break;
            case ResourceRemoved c:
                WriteResource(json, c.Type, c.Id);
                break;
            default:
                throw new UnreachableException(change.GetType().Name);
        }
    }

    private static void WriteResource(Utf8JsonWriter json, string type, string id)
    {
        json.WriteString("resourceType"u8, type);
        json.WriteString("resourceId"u8, id);
    }

    public static void WriteTypes(Utf8JsonWriter json, IReadOnlyList<SubjectType> types)
    {
        json.WriteStartArray("subjectTypes"u8);
        foreach (var type in types)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type.Name);
            json.WriteString("kind"u8, type.Kind == MemberKind.Team ? "team"u8 : "user"u8);
            json.WriteString("identifier"u8, IdentifierName(type.Identifier));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string IdentifierName(SubjectIdentifier identifier) => identifier switch
    {
        SubjectIdentifier.Email => "email",
        SubjectIdentifier.UserName => "userName",
        SubjectIdentifier.ExternalId => "externalId",
        _ => "id",
    };
}
