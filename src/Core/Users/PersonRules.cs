using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Values;

namespace Roster.Core.Users;

/// <summary>Bounds of what is kept about a person, and what a patch does to it.</summary>
public static class PersonRules
{
    /// <summary>A data URI can be large.</summary>
    public const int MaxPicture = 1_048_576;

    public const int MaxUserSchema = 262_144;

    /// <summary>No door takes a body that is larger.</summary>
    public const int MaxProfile = 16_777_216;

    public static Fault? Check(PersonPatch patch) =>
        TooLong(patch.GivenName, "givenName", Text.MaxName)
        ?? TooLong(patch.FamilyName, "familyName", Text.MaxName)
        ?? TooLong(patch.Phone, "phone", Text.MaxName)
        ?? TooLong(patch.Picture, "picture", MaxPicture)
        ?? TooLong(patch.ExternalId, "externalId", Text.MaxName)
        ?? TooLong(patch.UserSchema, "userSchema", MaxUserSchema)
        ?? TooLong(patch.DisplayName, "displayName", Text.MaxName)
        ?? TooLong(patch.Profile.Or(null)?.Text, "profile", MaxProfile);

    /// <summary>A user as they are when the change of this number makes them, or brings their id back.</summary>
    public static User Begin(UserId id, Person person, bool active, bool pending, long number, Instant now) => new()
    {
        Id = id,
        Number = number,
        Name = person.Name,
        GivenName = person.GivenName,
        FamilyName = person.FamilyName,
        Phone = person.Phone,
        Picture = person.Picture,
        ExternalId = person.ExternalId,
        UserSchema = person.UserSchema,
        DisplayName = person.DisplayName,
        Profile = person.Profile?.Text,
        Active = active,
        Pending = pending,
        Verified = false,
        CreatedAt = now,
        ChangedIn = number,
        ChangedAt = now,
    };

    /// <summary>The patch reduced to what differs from the user; null when nothing does.</summary>
    public static PersonPatch? Difference(User user, PersonPatch patch)
    {
        var difference = new PersonPatch(
            Differing(patch.Name, user.Name),
            Differing(patch.GivenName, user.GivenName),
            Differing(patch.FamilyName, user.FamilyName),
            Differing(patch.Phone, user.Phone),
            Differing(patch.Picture, user.Picture),
            Differing(patch.ExternalId, user.ExternalId),
            Differing(patch.UserSchema, user.UserSchema),
            Differing(patch.DisplayName, user.DisplayName),
            patch.Profile.IsSet && patch.Profile.Or(null)?.Text != user.Profile ? patch.Profile : default);
        return difference == new PersonPatch() ? null : difference;
    }

    public static User Apply(User user, PersonPatch patch) => user with
    {
        Name = patch.Name.Or(user.Name),
        GivenName = patch.GivenName.Or(user.GivenName),
        FamilyName = patch.FamilyName.Or(user.FamilyName),
        Phone = patch.Phone.Or(user.Phone),
        Picture = patch.Picture.Or(user.Picture),
        ExternalId = patch.ExternalId.Or(user.ExternalId),
        UserSchema = patch.UserSchema.Or(user.UserSchema),
        DisplayName = patch.DisplayName.Or(user.DisplayName),
        Profile = patch.Profile.IsSet ? patch.Profile.Or(null)?.Text : user.Profile,
    };

    private static Optional<T> Differing<T>(Optional<T> wanted, T current) =>
        EqualityComparer<T>.Default.Equals(wanted.Or(current), current) ? default : wanted;

    private static Fault? TooLong(Optional<string?> value, string field, int limit) =>
        value.Or(null) is { } text && text.Length > limit
            ? Fault.Invalid(field, $"must be at most {limit} characters long")
            : null;
}
