using System.Text.Json;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Http.WhyLabs.Users;

internal static class AccountUserWire
{
    public static void Write(Utf8JsonWriter json, (AccountId Account, User User) shown)
    {
        var user = shown.User;
        json.WriteStartObject();
        json.WriteString("userId", user.Id.Value);
        json.WriteString("orgId", shown.Account.Value);
        json.WriteIfAny("externalId", user.ExternalId);
        json.WriteString("email", user.Name.Fold);
        json.WriteIfAny("userSchema", user.UserSchema);
        json.WriteBoolean("active", user.Active);
        json.WriteEndObject();
    }
}
