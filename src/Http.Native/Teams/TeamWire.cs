using System.Text.Json;
using Roster.Core.Teams;

namespace Roster.Http.Native.Teams;

internal static class TeamWire
{
    public static readonly Reply<Team> One = new() { Body = Write, Version = team => team.ChangedIn };

    public static readonly Reply<Team> Made = new()
    {
        Body = Write, Version = team => team.ChangedIn, Location = team => $"/api/teams/{team.Id}",
    };

    public static void Write(Utf8JsonWriter json, Team team)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, team.Id);
        json.WriteString("name"u8, team.Name);
        json.WriteString("description"u8, team.Description);
        json.WriteString("role"u8, team.Role);
        json.WriteTime("createdAt"u8, team.CreatedAt);
        json.WriteTime("changedAt"u8, team.ChangedAt);
        json.WriteEndObject();
    }
}
