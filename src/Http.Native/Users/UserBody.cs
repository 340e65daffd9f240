using Roster.Core.Changes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Http.Native.Users;

/// <summary>What a request says about a user.</summary>
internal static class UserBody
{
    public static CreateUserRequest ReadNew(Fields body) => new(
        Name(body, body.RequiredText("userName")),
        body.Text("givenName"),
        body.Text("familyName"),
        body.Text("phone"),
        body.Text("picture"),
        body.Text("externalId"),
        body.Text("userSchema"),
        body.Flag("active") ?? true,
        body.Flag("invite") ?? false,
        body.Text("role"),
        body.Text("id"),
        body.Text("displayName"));

    /// <summary>What is absent stays; null takes a value away.</summary>
    public static ChangeUserRequest ReadChange(Fields body, UserId user) => new(
        user,
        new PersonPatch(
            body.Has("userName") ? Name(body, body.RequiredText("userName")) : default(Optional<UserName>),
            body.OptionalText("givenName"),
            body.OptionalText("familyName"),
            body.OptionalText("phone"),
            body.OptionalText("picture"),
            body.OptionalText("externalId"),
            body.OptionalText("userSchema"),
            body.OptionalText("displayName")),
        Active(body));

    // RequiredText has refused an empty name already.
    private static UserName Name(Fields body, string text)
    {
        var name = UserName.Parse(text, "userName");
        if (text.Length > 0 && name.Failed(out var fault))
        {
            body.Refuse("userName", fault.Message);
        }

        return name.Fault is null ? name.Value : default;
    }

    private static Optional<bool> Active(Fields body)
    {
        if (!body.Has("active"))
        {
            return default;
        }

        var active = body.Flag("active");
        if (active is null && body.Problem is null)
        {
            body.Refuse("active", "must be true or false");
        }

        return active ?? false;
    }
}
