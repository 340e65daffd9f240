using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Applying;

internal sealed partial class ChangeApplier
{
    private void Give(RoleGiven c, Occasion on)
    {
        sql.WriteOne(
            c.Member.Kind == MemberKind.User ? MembershipStatements.GiveToUser : MembershipStatements.GiveToTeam,
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
            on.At);
        BumpVersions(c.Member, c.Scope, c.Level, c.Level, on);
    }

    private void Change(RoleChanged c, Occasion on)
    {
        sql.WriteOne(
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
            on.At);
        BumpVersions(c.Member, c.Scope, c.OldLevel, c.Level, on);
    }

    private void End(MembershipEnded c, Occasion on)
    {
        sql.WriteOne(
            MembershipStatements.End, on.Account, (long)c.Scope.Kind, c.Scope.Id, (long)c.Member.Kind, c.Member.Id);
        BumpVersions(c.Member, c.Scope, c.Level, c.Level, on);
    }

    /// <summary>
    /// SCIM shows roles in the account and in organizations with the member, and as groups, and seats with the user and the team:
    /// each of them gets a new version.
    /// </summary>
    private void BumpVersions(MemberId member, ScopeId scope, Level before, Level after, Occasion on)
    {
        if (scope.Kind is not (ScopeKind.Account or ScopeKind.Organization or ScopeKind.Team))
        {
            return;
        }

        Bump(member, on);
        if (scope.Kind == ScopeKind.Team)
        {
            Bump(MemberId.Team(scope.Id), on);
            return;
        }

        BumpRoleGroup(scope, after, on);
        if (before != after)
        {
            BumpRoleGroup(scope, before, on);
        }
    }

    private void BumpRoleGroup(ScopeId scope, Level level, Occasion on) => _regrouped[(scope, level)] = on;

    private void Change(RoleGroupChanged c, Occasion on)
    {
        sql.Write(
            MemberStatements.SetExternalId,
            on.Account,
            (long)c.Scope.Kind,
            c.Scope.Id,
            (long)c.Level,
            c.ExternalId,
            on.Revision,
            on.At);
        BumpRoleGroup(c.Scope, c.Level, on);
    }

    /// <summary>A set that makes a thousand members of a role group gives the group one new version, the last.</summary>
    private void WriteRoleGroups()
    {
        foreach (var ((scope, level), on) in _regrouped)
        {
            sql.Write(MembershipStatements.BumpRoleGroup, on.Account, (long)scope.Kind, scope.Id, (long)level, on.Revision, on.At);
        }

        _regrouped.Clear();
    }

    private void Bump(MemberId member, Occasion on) => sql.WriteOne(
        member.Kind == MemberKind.User ? UserStatements.Bump : TeamStatements.Bump, on.Account, member.Id, on.Revision, on.At);
}
