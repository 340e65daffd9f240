using System.Text.Json;
using Roster.Core.Memberships;

namespace Roster.Http.Fivetran.Users;

internal static class MembershipWire
{
    public static void Write(Utf8JsonWriter json, Membership membership)
    {
        json.WriteStartObject();
        WriteMembers(json, membership);
        json.WriteEndObject();
    }

    /// <summary>A whole answer whose membership is also at the top level, where the Python SDK looks for it.</summary>
    public static void WriteTwice(Utf8JsonWriter json, (string Message, Membership Membership) answer)
    {
        json.WriteStartObject();
        json.WriteHead("Success", answer.Message);
        json.WritePropertyName("data"u8);
        Write(json, answer.Membership);
        WriteMembers(json, answer.Membership);
        json.WriteEndObject();
    }

    // The id is the place's, not the user's.
    private static void WriteMembers(Utf8JsonWriter json, Membership membership)
    {
        json.WriteString("id"u8, membership.Scope.Id);
        json.WriteString("role"u8, membership.Role);
        json.WriteTime("created_at"u8, membership.CreatedAt);
    }
}
