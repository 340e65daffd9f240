using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Applying;

internal sealed partial class ChangeApplier
{
    private void Write(string text, UserId user, Person person, bool active, bool pending, Occasion on)
    {
        sql.WriteOne(
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
            on.At,
            person.DisplayName,
            person.Profile?.Text,
            SearchKey.Of(person.GivenName),
            SearchKey.Of(person.FamilyName),
            SearchKey.Of(person.DisplayName));
        AddTerms(user, person.Profile, on);
    }

    private void Change(UserChanged c, Occasion on)
    {
        WriteChanged(c, on);
        if (c.Person.Profile.IsSet)
        {
            sql.Write(UserSearchStatements.DeleteTerms, on.Account, c.User.Value);
            AddTerms(c.User, c.Person.Profile.Or(null), on);
        }
    }

    /// <summary>A key drives searches and decides nothing: it need not be carried by the change.</summary>
    private void WriteChanged(UserChanged c, Occasion on) => sql.WriteOne(
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
        c.Person.UserSchema.Or(null),
        c.Person.DisplayName.IsSet,
        c.Person.DisplayName.Or(null),
        c.Person.Profile.IsSet,
        c.Person.Profile.Or(null)?.Text,
        SearchKey.Of(c.Person.GivenName.Or(null)),
        SearchKey.Of(c.Person.FamilyName.Or(null)),
        SearchKey.Of(c.Person.DisplayName.Or(null)));

    private void AddTerms(UserId user, UserProfile? profile, Occasion on)
    {
        foreach (var term in profile?.Terms.Distinct() ?? [])
        {
            sql.Write(UserSearchStatements.AddTerm, on.Account, user.Value, (long)term.Kind, term.Value);
        }
    }

    private void Activate(UserId user, Occasion on)
    {
        Touch(UserStatements.Activate, user, on);
        MarkActive(user, true, on);
    }

    private void Deactivate(UserId user, Occasion on)
    {
        Touch(UserStatements.Deactivate, user, on);
        EndAllOfUser(MembershipStatements.EndRolesOfMember, user, on);
        MarkActive(user, false, on);
    }

    private void Delete(UserId user, Occasion on)
    {
        Touch(UserStatements.Delete, user, on);
        sql.Write(UserSearchStatements.DeleteTerms, on.Account, user.Value);
        sql.Write(TeamStatements.BumpOfUser, on.Account, user.Value, on.Revision, on.At);
        EndAllOfUser(MembershipStatements.EndOfMember, user, on);
        sql.Write(AccessStatements.EndAttributes, on.Account, user.Value);
    }

    private void EndAllOfUser(string endMemberships, UserId user, Occasion on)
    {
        EndAllOfMember(endMemberships, MemberId.User(user), on);
        sql.Write(KeyStatements.RevokeOfOwner, on.Account, user.Value, on.At);
        sql.Write(InvitationStatements.EndOfUser, on.Account, user.Value, on.At);
    }

    private void EndAllOfMember(string endMemberships, MemberId member, Occasion on)
    {
        WriteRoleGroups();
        sql.Write(MembershipStatements.BumpRoleGroupsOfMember, on.Account, member.Id, on.Revision, on.At, (long)member.Kind);
        sql.Write(endMemberships, on.Account, (long)member.Kind, member.Id);
    }

    private void Touch(string text, UserId user, Occasion on) =>
        sql.WriteOne(text, on.Account, user.Value, on.Revision, on.At);

    private void MarkActive(UserId user, bool active, Occasion on) => sql.Write(
        MembershipStatements.MarkMemberActive, on.Account, (long)MemberKind.User, user.Value, active);
}
