using System.Text.Json;
using Roster.Core.Invitations;
using Roster.Core.Users;

namespace Roster.Http.Native.Invitations;

internal static class InvitationWire
{
    /// <summary>With the token, which is nowhere else.</summary>
    public static void WriteIssued(Utf8JsonWriter json, (IssuedInvitation Issued, string Link) shown)
    {
        var (invitation, token) = shown.Issued;
        json.WriteStartObject();
        json.WriteString("id"u8, invitation.Id.Value);
        json.WriteString("userId"u8, invitation.User.Value);
        json.WriteTime("createdAt"u8, invitation.CreatedAt);
        json.WriteTime("expiresAt"u8, invitation.ExpiresAt);
        json.WriteString("token"u8, token.ToString());
        json.WriteString("link"u8, shown.Link);
        json.WriteEndObject();
    }

    /// <summary>As much as the invited person knew before.</summary>
    public static void WriteAccepted(Utf8JsonWriter json, User user)
    {
        json.WriteStartObject();
        json.WriteString("userId"u8, user.Id.Value);
        json.WriteString("userName"u8, user.Name.Given);
        json.WriteBoolean("verified"u8, user.Verified);
        json.WriteEndObject();
    }
}
