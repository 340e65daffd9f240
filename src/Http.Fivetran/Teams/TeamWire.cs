using System.Text.Json;
using Roster.Core.Memberships;
using Roster.Core.Teams;

namespace Roster.Http.Fivetran.Teams;

internal static class TeamWire
{
    public static void Write(Utf8JsonWriter json, Team team)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, team.Id);
        json.WriteString("name"u8, team.Name);
        json.WriteString("description"u8, team.Description);
        json.WriteString("role"u8, team.Role);
        json.WriteEndObject();
    }

    /// <summary>A user of a team.</summary>
    public static void WriteSeat(Utf8JsonWriter json, Membership seat)
    {
        json.WriteStartObject();
        json.WriteString("user_id"u8, seat.Member.Id);
        json.WriteString("role"u8, seat.Role);
        json.WriteTime("created_at"u8, seat.CreatedAt);
        json.WriteEndObject();
    }
}
