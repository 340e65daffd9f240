using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Memberships;
using Roster.Core.Scopes;

namespace Roster.Http.AuthZen.Checking;

/// <summary>Why something is permitted, where the account wants that to be told: the roles that permit it, what is nearest to the resource first.</summary>
internal static class ReasonsWire
{
    /// <summary>Who wants to see more asks for an explanation.</summary>
    private const int Most = 10;

    public static void Write(Utf8JsonWriter json, IReadOnlyList<AccessReason> reasons)
    {
        json.WriteStartArray("reasons"u8);
        foreach (var reason in reasons.Take(Most))
        {
            json.WriteStartObject();
            WriteHeld(json, reason.Held);
            if (reason.Seat is { } seat)
            {
                json.WriteStartObject("through"u8);
                WriteHeld(json, seat);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteHeld(Utf8JsonWriter json, Membership held)
    {
        json.WriteString("role"u8, held.Role);
        json.WriteString("type"u8, NameOf(held.Scope.Kind));
        json.WriteString("id"u8, held.Scope.Id);
        json.WriteString("given_by"u8, held.GivenBy);
        json.WriteTime("since"u8, held.CreatedAt);
        if (held.Until is { } until)
        {
            json.WriteTime("until"u8, until);
        }
    }

    private static ReadOnlySpan<byte> NameOf(ScopeKind kind) => kind switch
    {
        ScopeKind.Organization => "organization"u8,
        ScopeKind.Group => "group"u8,
        ScopeKind.Connector => "connector"u8,
        ScopeKind.Team => "team"u8,
        _ => "account"u8,
    };
}
