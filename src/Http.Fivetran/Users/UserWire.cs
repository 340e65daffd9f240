using System.Text.Json;
using Roster.Core.Storage;

namespace Roster.Http.Fivetran.Users;

internal static class UserWire
{
    /// <summary>All twelve keys, always: clients dereference them blindly.</summary>
    public static void Write(Utf8JsonWriter json, UserInRole item)
    {
        var user = item.User;
        json.WriteStartObject();
        json.WriteString("id"u8, user.Id.Value);
        json.WriteString("email"u8, user.Name.Given);
        json.WriteString("given_name"u8, user.GivenName ?? "");
        json.WriteString("family_name"u8, user.FamilyName ?? "");
        json.WriteBoolean("verified"u8, user.Verified);
        json.WriteBoolean("invited"u8, user.Pending);
        json.WriteString("picture"u8, user.Picture);
        json.WriteString("phone"u8, user.Phone);
        json.WriteString("role"u8, item.Role);

        // Nobody logs in here, so nobody ever has.
        json.WriteNull("logged_in_at"u8);
        json.WriteTime("created_at"u8, user.CreatedAt);
        json.WriteBoolean("active"u8, user.Active);
        json.WriteEndObject();
    }
}
