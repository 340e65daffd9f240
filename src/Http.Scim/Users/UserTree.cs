using Roster.Core.Users;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Users;

/// <summary>What the core knows about a user, as a resource's own attributes: neither <c>meta</c> nor what follows from others.</summary>
internal static class UserTree
{
    public static ScimObject Of(User user)
    {
        var tree = user.Profile is { } profile ? ProfileText.Read(profile) : Unprofiled(user);
        tree[UserSchema.ExternalId] = Text(user.ExternalId);
        tree[UserSchema.UserName] = new ScimText(user.Name.Given);
        tree[UserSchema.DisplayName] = Text(user.DisplayName);
        tree[UserSchema.Active] = ScimFlag.Of(user.Active);
        tree[UserSchema.Name] = NameOf(tree[UserSchema.Name] as ScimObject, user);
        LeadingValue.Show(tree, UserSchema.PhoneNumbers, user.Phone, "work");
        LeadingValue.Show(tree, UserSchema.Photos, user.Picture, "photo");
        return tree;
    }

    /// <summary>Of a user whom no provisioner wrote yet, the user name is taken for the address.</summary>
    private static ScimObject Unprofiled(User user)
    {
        var tree = new ScimObject();
        tree[UserSchema.Emails] = new ScimList(LeadingValue.Made(UserSchema.Emails, user.Name.Given, "work"));
        return tree;
    }

    /// <summary>Some parts are the core's, the others the profile's: together they are in the order of the schema.</summary>
    private static ScimObject? NameOf(ScimObject? others, User user)
    {
        var name = new ScimObject();
        foreach (var part in UserSchema.Name.Subs)
        {
            name[part] = part == UserSchema.GivenName ? Text(user.GivenName) : part == UserSchema.FamilyName ? Text(user.FamilyName) : others?[part];
        }

        return name.IsEmpty ? null : name;
    }

    private static ScimText? Text(string? text) => string.IsNullOrEmpty(text) ? null : new ScimText(text);
}
