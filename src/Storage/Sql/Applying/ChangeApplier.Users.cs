using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Values;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Applying;

internal sealed partial class ChangeApplier
{
    private ValueTask WriteAsync(string text, UserId user, Person person, bool active, bool pending, Occasion on) =>
        OneAsync(sql.ExecuteAsync(
            text,
            on.Account,
            user.Value,
            person.Name.Given,
            person.Name.Fold,
            person.GivenName,
            person.FamilyName,
            person.Phone,
            person.Picture,
            person.ExternalId,
            person.UserSchema,
            active,
            pending,
            on.Revision,
            on.At));

    private ValueTask ChangeAsync(UserChanged c, Occasion on) => OneAsync(sql.ExecuteAsync(
        UserStatements.Change,
        on.Account,
        c.User.Value,
        on.Revision,
        on.At,
        c.Person.Name.IsSet ? c.Person.Name.Or(default).Given : null,
        c.Person.Name.IsSet ? c.Person.Name.Or(default).Fold : null,
        c.Person.GivenName.IsSet,
        c.Person.GivenName.Or(null),
        c.Person.FamilyName.IsSet,
        c.Person.FamilyName.Or(null),
        c.Person.Phone.IsSet,
        c.Person.Phone.Or(null),
        c.Person.Picture.IsSet,
        c.Person.Picture.Or(null),
        c.Person.ExternalId.IsSet,
        c.Person.ExternalId.Or(null),
        c.Person.UserSchema.IsSet,
        c.Person.UserSchema.Or(null)));

    private async ValueTask ActivateAsync(UserId user, Occasion on)
    {
        await TouchAsync(UserStatements.Activate, user, on);
        await MarkActiveAsync(user, true, on);
    }

    private async ValueTask DeactivateAsync(UserId user, Occasion on)
    {
        await TouchAsync(UserStatements.Deactivate, user, on);
        await EndAllOfUserAsync(MembershipStatements.EndRolesOfMember, user, on);
        await MarkActiveAsync(user, false, on);
    }

    private async ValueTask DeleteAsync(UserId user, Occasion on)
    {
        await TouchAsync(UserStatements.Delete, user, on);
        await EndAllOfUserAsync(MembershipStatements.EndOfMember, user, on);
    }

    private async ValueTask EndAllOfUserAsync(string endMemberships, UserId user, Occasion on)
    {
        await sql.ExecuteAsync(MembershipStatements.BumpRoleGroupsOfUser, on.Account, user.Value, on.Revision, on.At);
        await sql.ExecuteAsync(endMemberships, on.Account, (long)MemberKind.User, user.Value);
        await sql.ExecuteAsync(KeyStatements.RevokeOfOwner, on.Account, user.Value, on.At);
        await sql.ExecuteAsync(InvitationStatements.EndOfUser, on.Account, user.Value, on.At);
    }

    private ValueTask TouchAsync(string text, UserId user, Occasion on) =>
        OneAsync(sql.ExecuteAsync(text, on.Account, user.Value, on.Revision, on.At));

    private async ValueTask MarkActiveAsync(UserId user, bool active, Occasion on) => await sql.ExecuteAsync(
        MembershipStatements.MarkMemberActive, on.Account, (long)MemberKind.User, user.Value, active);
}
