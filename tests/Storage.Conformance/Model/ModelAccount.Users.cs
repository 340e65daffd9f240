using Roster.Core.Memberships;

namespace Roster.Tests.Storage.Conformance.Model;

internal sealed partial class ModelAccount
{
    private void ApplyToUsers(Change change, Instant now)
    {
        switch (change)
        {
            case UserCreated created:
                Users.Add(NewUser(created.User, created.Active, created.Pending, created.Person, now));
                break;
            case UserRevived revived:
                Deleted.RemoveAll(deleted => deleted.User == revived.User);
                Users.Add(NewUser(revived.User, revived.Active, revived.Pending, revived.Person, now));
                break;
            case UserChanged changed:
                Terms[changed.User] = changed.Person.Profile.IsSet ? changed.Person.Profile.Or(null)?.Terms ?? [] : Terms[changed.User];
                ChangeUser(changed.User, user => Patched(user, changed.Person), now);
                break;
            case UserActivated activated:
                ChangeUser(activated.User, user => user with { Active = true }, now);
                break;
            case UserVerified verified:
                ChangeUser(verified.User, user => user with { Pending = false, Verified = true }, now);
                break;
            case UserUnverified unverified:
                ChangeUser(unverified.User, user => user with { Verified = false }, now);
                break;
            case UserDeactivated deactivated:
                ChangeUser(deactivated.User, user => user with { Active = false }, now);
                EndAllOf(deactivated.User, held => held.Scope.Kind != ScopeKind.Team, now);
                break;
            case UserDeleted deleted:
                Deleted.Add((deleted.User, Users.Single(user => user.Id == deleted.User).Name.Fold));
                Users.RemoveAll(user => user.Id == deleted.User);
                Memberships.FindAll(held => held.Membership.Member == MemberId.User(deleted.User)).ForEach(held => ChangeTeam(held.Membership.Scope, now));
                EndAllOf(deleted.User, _ => true, now);
                Attributes.Remove(deleted.User);
                break;
            default:
                throw new NotSupportedException($"The model knows no {change.GetType().Name}.");
        }
    }

    private User NewUser(UserId user, bool active, bool pending, Person person, Instant now)
    {
        Terms[user] = person.Profile?.Terms ?? [];
        return MakeUser(user, active, pending, person, now);
    }

    private User MakeUser(UserId user, bool active, bool pending, Person person, Instant now) => new()
    {
        Id = user,
        Number = Revision,
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
        ChangedIn = Revision,
        ChangedAt = now,
    };

    private static User Patched(User user, PersonPatch patch) => user with
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
}
