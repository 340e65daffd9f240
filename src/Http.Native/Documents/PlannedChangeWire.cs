using System.Diagnostics;
using System.Text.Json;
using Roster.Core.Documents;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Http.Native.Roles;

namespace Roster.Http.Native.Documents;

/// <summary>One change of a plan. Every key is there; what is before and after is said as a document says it.</summary>
internal static class PlannedChangeWire
{
    /// <summary>What was before is for people to look at: a picture is not shown to them as text.</summary>
    private const int Longest = 200;

    /// <param name="kept">With what a plan rests on and does not show.</param>
    public static void Write(Utf8JsonWriter json, PlannedChange change, bool kept)
    {
        json.WriteStartObject();
        json.WriteString("action"u8, NameOf(change.Action));
        switch (change)
        {
            case PlannedRole role:
                WriteThing(json, "role", role.Name);
                Write(json, "before"u8, role.Before);
                Write(json, "after"u8, role.After);
                break;
            case PlannedUser user:
                WriteThing(json, "user", user.Id.Value, user.Name.Given);
                Write(json, "before"u8, user.Before, isShort: true);
                Write(json, "after"u8, user.After, isShort: false);
                break;
            case PlannedScope scope:
                WriteThing(json, scope.Id.Kind.WireName(), scope.Id.Id);
                Write(json, "before"u8, scope.Before, scope.Id.Kind);
                Write(json, "after"u8, scope.After, scope.Id.Kind);
                break;
            case PlannedMembership membership:
                WriteThing(
                    json,
                    "membership",
                    null,
                    membership.User is null ? null : membership.Name.Given,
                    membership.User is null ? membership.Member.Id : null,
                    membership.In);
                Write(json, "before"u8, membership.Before);
                Write(json, "after"u8, membership.After);
                break;
            default:
                throw new UnreachableException(change.GetType().Name);
        }

        if (kept)
        {
            WriteKept(json, change);
        }

        json.WriteEndObject();
    }

    public static string NameOf(ChangeAction action) => action switch
    {
        ChangeAction.Create => "create",
        ChangeAction.Change => "change",
        ChangeAction.Remove => "remove",
        _ => throw new UnreachableException(action.ToString()),
    };

    private static void WriteThing(
        Utf8JsonWriter json, string kind, string? id, string? user = null, string? team = null, ScopeId? place = null)
    {
        json.WriteString("kind"u8, kind);
        json.WriteString("id"u8, id);
        json.WriteString("user"u8, user);
        json.WriteString("team"u8, team);
        json.WriteString("in"u8, place is { } scope ? PlaceNames.Of(scope) : null);
    }

    private static void WriteKept(Utf8JsonWriter json, PlannedChange change)
    {
        json.WriteNumber("seen"u8, change.Seen);
        if (change is PlannedMembership membership)
        {
            json.WriteString("userId"u8, membership.User?.Value);
            json.WriteBoolean("isActive"u8, membership.IsActive);
            json.WriteString("place"u8, membership.In.Id);
        }
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, Role? role)
    {
        if (role is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("description"u8, role.Description);
        RoleWire.WriteRights(json, role.Kinds, role.Level, role.Permissions);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, UserValues? values, bool isShort)
    {
        if (values is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        if (values.Person.Name.IsSet)
        {
            json.WriteString("userName"u8, values.Person.Name.Or(default).Given);
        }

        foreach (var (member, value) in PersonMembers.Of(values.Person))
        {
            if (value.IsSet)
            {
                json.WriteString(member, isShort ? Shortened(value.Or(null)) : value.Or(null));
            }
        }

        if (values.Active.IsSet)
        {
            json.WriteBoolean("active"u8, values.Active.Or(false));
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, ScopeValues? values, ScopeKind kind)
    {
        if (values is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        if (kind == ScopeKind.Connector)
        {
            json.WriteString("group"u8, values.Group);
            json.WriteString("service"u8, values.Service);
        }

        json.WriteString("name"u8, values.Name);
        if (kind == ScopeKind.Team)
        {
            json.WriteString("description"u8, values.Description);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, RoleValues? values)
    {
        if (values is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("role"u8, values.Role);
        json.WriteTime("expiresAt"u8, values.Until);
        json.WriteEndObject();
    }

    private static string? Shortened(string? text)
    {
        if (text is null || text.Length <= Longest)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text[..end] + "…";
    }
}
