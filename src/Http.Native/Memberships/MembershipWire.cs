using System.Text.Json;
using Roster.Core.Memberships;

namespace Roster.Http.Native.Memberships;

internal static class MembershipWire
{
    public static readonly Reply<Membership> One = new() { Body = Write, Version = membership => membership.ChangedIn };

    public static readonly Reply<GivenRole> Given = new()
    {
        Body = (json, given) => Write(json, given.Membership),
        Version = given => given.Membership.ChangedIn,
        Location = given => given.IsNew ? MembershipPath.Of(given.Membership) : null,
    };

    public static void Write(Utf8JsonWriter json, Membership membership)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, membership.Scope.Kind.WireName());
        json.WriteString("scopeId"u8, membership.Scope.Id);
        json.WriteString("userId"u8, membership.Member.Kind == MemberKind.User ? membership.Member.Id : null);
        json.WriteString("teamId"u8, membership.Member.Kind == MemberKind.Team ? membership.Member.Id : null);
        json.WriteString("role"u8, membership.Role);
        json.WriteString("level"u8, membership.Level.WireName());
        json.WriteTime("expiresAt"u8, membership.Until);
        json.WriteString("givenBy"u8, membership.GivenBy);
        json.WriteString("door"u8, membership.Door.WireName());
        json.WriteTime("createdAt"u8, membership.CreatedAt);
        json.WriteTime("changedAt"u8, membership.ChangedAt);
        json.WriteEndObject();
    }
}
