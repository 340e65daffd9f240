using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Values;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Applying;

internal sealed partial class ChangeApplier
{
    private void Create(ScopeCreated c, Occasion on) => sql.WriteOne(
        ScopeStatements.Create,
        on.Account,
        (long)c.Scope.Kind,
        c.Scope.Id,
        (long)c.Parent.Kind,
        c.Parent.Id,
        c.Name,
        c.Service,
        c.Settings,
        on.Revision,
        on.At,
        c.Scope.Kind == ScopeKind.Team ? SearchKey.Of(c.Name) : null,
        c.ExternalId);

    private void Change(ScopeChanged c, Occasion on) => sql.WriteOne(
        ScopeStatements.Change,
        on.Account,
        (long)c.Scope.Kind,
        c.Scope.Id,
        c.Name.IsSet ? c.Name.Or("") : null,
        c.Settings.IsSet,
        c.Settings.Or(null),
        on.Revision,
        on.At,
        c.Scope.Kind == ScopeKind.Team ? SearchKey.Of(c.Name.Or("")) : null,
        c.ExternalId.IsSet,
        c.ExternalId.Or(null));

    private void End(ScopeEnded c, Occasion on)
    {
        sql.WriteOne(
            ScopeStatements.End, on.Account, (long)c.Scope.Kind, c.Scope.Id, on.Revision, on.At);
        if (c.Scope.Kind == ScopeKind.Team)
        {
            EndAllOfMember(MembershipStatements.EndOfMember, MemberId.Team(c.Scope.Id), on);
        }

        if (bigEnd is { } most)
        {
            sql.Write(MembershipStatements.PurgeLater, on.Account, (long)c.Scope.Kind, c.Scope.Id, most + 1);
        }

        sql.Write(MembershipStatements.EndInScope, on.Account, (long)c.Scope.Kind, c.Scope.Id);
        if (c.Scope.Kind != ScopeKind.Team)
        {
            sql.Write(AccessStatements.RemoveResourcesInScope, on.Account, (long)c.Scope.Kind, c.Scope.Id);
        }
    }
}
