using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Applying;

internal sealed partial class ChangeApplier
{
    private async ValueTask GiveAsync(RoleGiven c, Occasion on)
    {
        await OneAsync(sql.ExecuteAsync(
            MembershipStatements.Give,
            on.Account,
            (long)c.Scope.Kind,
            c.Scope.Id,
            (long)c.Member.Kind,
            c.Member.Id,
            c.MemberNumber,
            c.Role,
            (long)c.Level,
            c.Cascades,
            c.Until,
            on.Actor,
            (long)on.Door,
            on.Revision,
            on.At));
        await BumpVersionsAsync(c.Member, c.Scope, c.Level, c.Level, on);
    }

    private async ValueTask ChangeAsync(RoleChanged c, Occasion on)
    {
        await OneAsync(sql.ExecuteAsync(
            MembershipStatements.Change,
            on.Account,
            (long)c.Scope.Kind,
            c.Scope.Id,
            (long)c.Member.Kind,
            c.Member.Id,
            c.Role,
            (long)c.Level,
            c.Cascades,
            c.Until,
            on.Revision,
            on.At));
        await BumpVersionsAsync(c.Member, c.Scope, c.OldLevel, c.Level, on);
    }

    private async ValueTask EndAsync(MembershipEnded c, Occasion on)
    {
        await OneAsync(sql.ExecuteAsync(
            MembershipStatements.End, on.Account, (long)c.Scope.Kind, c.Scope.Id, (long)c.Member.Kind, c.Member.Id));
        await BumpVersionsAsync(c.Member, c.Scope, c.Level, c.Level, on);
    }

    /// <summary>SCIM shows roles in the account and in organizations with the user, and as groups: both get a new version.</summary>
    private async ValueTask BumpVersionsAsync(MemberId member, ScopeId scope, Level before, Level after, Occasion on)
    {
        if (member.Kind != MemberKind.User || scope.Kind is not (ScopeKind.Account or ScopeKind.Organization))
        {
            return;
        }

        await TouchAsync(UserStatements.Bump, new UserId(member.Id), on);
        await BumpRoleGroupAsync(scope, after, on);
        if (before != after)
        {
            await BumpRoleGroupAsync(scope, before, on);
        }
    }

    private async ValueTask BumpRoleGroupAsync(ScopeId scope, Level level, Occasion on) => await sql.ExecuteAsync(
        MembershipStatements.BumpRoleGroup, on.Account, (long)scope.Kind, scope.Id, (long)level, on.Revision, on.At);
}
