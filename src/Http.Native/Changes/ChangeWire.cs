using System.Text.Json;
using Roster.Core.Access.Granting;
using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;
using Roster.Http.Native.Keys;
using Roster.Http.Native.Roles;

namespace Roster.Http.Native.Changes;

/// <summary>
/// One row of the log: ids and kinds in <c>change</c>, what people wrote in <c>personal</c>. Secrets, their hashes and
/// connectors' settings are in neither.
/// </summary>
internal static class ChangeWire
{
    public static void Write(Utf8JsonWriter json, LogEntry entry)
    {
        json.WriteStartObject();
        json.WriteNumber("revision"u8, entry.Revision);
        json.WriteNumber("set"u8, entry.Set);
        json.WriteTime("time"u8, entry.At);
        json.WriteString("kind"u8, entry.Change.GetType().Name);
        json.WriteString("actor"u8, entry.Actor);
        json.WriteString("door"u8, entry.Door.WireName());
        json.WriteStartObject("change"u8);
        WriteFacts(json, entry.Change);
        json.WriteEndObject();
        PersonalWire.Write(json, entry.Change);
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, Change change)
    {
        switch (change)
        {
            case AccountOpened or AccountClosed:
                break;
            case ScopeCreated c:
                WriteScope(json, "scope"u8, c.Scope);
                WriteScope(json, "parent"u8, c.Parent);
                json.WriteString("service"u8, c.Service);
                break;
            case ScopeChanged c:
                WriteScope(json, "scope"u8, c.Scope);
                if (c.Scope.Kind != ScopeKind.Team)
                {
                    json.WriteBoolean("settingsChanged"u8, c.Settings.IsSet);
                }

                break;
            case ScopeEnded c:
                WriteScope(json, "scope"u8, c.Scope);
                break;
            case UserCreated c:
                WriteNewUser(json, c.User, c.Active, c.Pending);
                break;
            case UserRevived c:
                WriteNewUser(json, c.User, c.Active, c.Pending);
                break;
            case UserChanged c:
                WriteUser(json, c.User);
                break;
            case UserActivated c:
                WriteUser(json, c.User);
                break;
            case UserDeactivated c:
                WriteUser(json, c.User);
                break;
            case UserVerified c:
                WriteUser(json, c.User);
                break;
            case UserUnverified c:
                WriteUser(json, c.User);
                break;
            case UserDeleted c:
                WriteUser(json, c.User);
                break;
            case RoleGiven c:
                WriteMembership(json, c.Member, c.Scope);
                json.WriteString("role"u8, c.Role);
                json.WriteString("level"u8, c.Level.WireName());
                json.WriteTime("expiresAt"u8, c.Until);
                break;
            case RoleChanged c:
                WriteMembership(json, c.Member, c.Scope);
                json.WriteString("role"u8, c.Role);
                json.WriteString("level"u8, c.Level.WireName());
                json.WriteTime("expiresAt"u8, c.Until);
                json.WriteString("oldLevel"u8, c.OldLevel.WireName());
                break;
            case MembershipEnded c:
                WriteMembership(json, c.Member, c.Scope);
                json.WriteString("level"u8, c.Level.WireName());
                break;
            case RoleGroupChanged c:
                WriteScope(json, "scope"u8, c.Scope);
                json.WriteString("level"u8, c.Level.WireName());
                break;
            case KeyMinted c:
                json.WriteString("keyId"u8, c.Key.Value);
                KeyWire.WriteGrants(json, c.Grants);
                json.WriteString("level"u8, c.Level.WireName());
                json.WriteString("ownerId"u8, c.Owner?.Value);
                json.WriteTime("expiresAt"u8, c.ExpiresAt);
                break;
            case KeyRevoked c:
                json.WriteString("keyId"u8, c.Key.Value);
                json.WriteTime("endsAt"u8, c.At);
                break;
            case InvitationIssued c:
                WriteInvitation(json, c.Invitation, c.User);
                json.WriteTime("expiresAt"u8, c.ExpiresAt);
                break;
            case InvitationVoided c:
                WriteInvitation(json, c.Invitation, c.User);
                break;
            case InvitationAccepted c:
                WriteInvitation(json, c.Invitation, c.User);
                break;
            case RoleDefined c:
                WriteRole(json, c.Name, c.Kinds, c.Level, c.Permissions);
                break;
            case RoleRedefined c:
                WriteRole(json, c.Name, c.Kinds, c.Level, c.Permissions);
                break;
            case RoleRemoved c:
                json.WriteString("role"u8, c.Name);
                break;
            default:
                AccessChangeWire.Write(json, change);
                break;
        }
    }
    private static void WriteUser(Utf8JsonWriter json, UserId user) => json.WriteString("userId"u8, user.Value);

    private static void WriteNewUser(Utf8JsonWriter json, UserId user, bool active, bool pending)
    {
        WriteUser(json, user);
        json.WriteBoolean("active"u8, active);
        json.WriteBoolean("pending"u8, pending);
    }

    private static void WriteMembership(Utf8JsonWriter json, MemberId member, ScopeId scope)
    {
        json.WriteString(member.Kind == MemberKind.Team ? "teamId"u8 : "userId"u8, member.Id);
        WriteScope(json, "scope"u8, scope);
    }

    private static void WriteRole(
        Utf8JsonWriter json, string name, IReadOnlyList<ScopeKind> kinds, Level level, IReadOnlyList<Grant> permissions)
    {
        json.WriteString("role"u8, name);
        RoleWire.WriteRights(json, kinds, level, permissions);
    }

    private static void WriteInvitation(Utf8JsonWriter json, InvitationId invitation, UserId user)
    {
        json.WriteString("invitationId"u8, invitation.Value);
        WriteUser(json, user);
    }

    internal static void WriteScope(Utf8JsonWriter json, ReadOnlySpan<byte> name, ScopeId scope)
    {
        json.WriteStartObject(name);
        json.WriteString("kind"u8, scope.Kind.WireName());
        json.WriteString("id"u8, scope.Id);
        json.WriteEndObject();
    }
}
