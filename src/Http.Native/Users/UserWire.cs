using System.Text.Json;
using Roster.Core.Storage;

namespace Roster.Http.Native.Users;

internal static class UserWire
{
    public static readonly Reply<UserInRole> One = new() { Body = Write, Version = found => found.User.ChangedIn };

    public static readonly Reply<UserInRole> Made = new()
    {
        Body = Write, Version = found => found.User.ChangedIn, Location = found => $"/api/users/{found.User.Id}",
    };

    public static void Write(Utf8JsonWriter json, UserInRole found)
    {
        var user = found.User;
        json.WriteStartObject();
        json.WriteString("id"u8, user.Id.Value);
        json.WriteString("userName"u8, user.Name.Given);
        json.WriteString("givenName"u8, user.GivenName);
        json.WriteString("familyName"u8, user.FamilyName);
        json.WriteString("displayName"u8, user.DisplayName);
        json.WriteString("phone"u8, user.Phone);
        json.WriteString("picture"u8, user.Picture);
        json.WriteString("externalId"u8, user.ExternalId);
        json.WriteString("userSchema"u8, user.UserSchema);
        json.WriteBoolean("active"u8, user.Active);
        json.WriteBoolean("pending"u8, user.Pending);
        json.WriteBoolean("verified"u8, user.Verified);
        json.WriteString("role"u8, found.Role);
        json.WriteTime("createdAt"u8, user.CreatedAt);
        json.WriteTime("changedAt"u8, user.ChangedAt);
        json.WriteEndObject();
    }
}
