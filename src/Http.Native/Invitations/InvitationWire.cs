using System.Text.Json;
using Roster.Core.Invitations;
using Roster.Core.Users;

namespace Roster.Http.Native.Invitations;

internal static class InvitationWire
{
    /// <summary>As much as the invited person knew before.</summary>
    public static readonly Reply<User> Accepted = new() { Body = WriteAccepted };

    /// <summary>With the token, which is nowhere else.</summary>
    public static Reply<IssuedInvitation> Issued(PublicUrl publicUrl) => new()
    {
        Body = (json, issued) => WriteIssued(
            json, issued.Invitation, issued.Token.ToString(), publicUrl.Of($"{InvitationPage.Path}#{issued.Token}")),
        BodyAgain = (json, issued) => WriteIssued(json, issued.Invitation, null, null),
        Location = issued => $"/api/users/{issued.Invitation.User}/invitation",
    };

    private static void WriteIssued(Utf8JsonWriter json, Invitation invitation, string? token, string? link)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, invitation.Id.Value);
        json.WriteString("userId"u8, invitation.User.Value);
        json.WriteTime("createdAt"u8, invitation.CreatedAt);
        json.WriteTime("expiresAt"u8, invitation.ExpiresAt);
        json.WriteString("token"u8, token);
        json.WriteString("link"u8, link);
        json.WriteEndObject();
    }

    private static void WriteAccepted(Utf8JsonWriter json, User user)
    {
        json.WriteStartObject();
        json.WriteString("userId"u8, user.Id.Value);
        json.WriteString("userName"u8, user.Name.Given);
        json.WriteBoolean("verified"u8, user.Verified);
        json.WriteEndObject();
    }
}
