using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Model;

internal sealed partial class ModelAccount
{
    private void Apply(Change change, Instant now, string actor, Door door)
    {
        switch (change)
        {
            case AccountOpened opened:
                (Name, CreatedAt) = (opened.Name, now);
                break;
            case AccountClosed:
                ClosedAt = now;
                EndKeys(_ => true, now);
                EndInvitations(_ => true, now);
                break;
            case ScopeCreated or ScopeChanged or ScopeEnded:
                ApplyToScopes(change, now);
                break;
            case RoleGiven or RoleChanged or MembershipEnded:
                ApplyToMemberships(change, now, actor, door);
                break;
            case RoleGroupChanged changed:
                RoleGroups[(changed.Scope, changed.Level)] = (changed.ExternalId, Revision, now);
                break;
            case RoleDefined or RoleRedefined or RoleRemoved:
                ApplyToRoles(change, now);
                break;
            case AccessSettingsChanged or UserAttributesSet or ResourceTypeDefined or ResourceTypeRemoved or ResourceRegistered or ResourceRemoved:
                ApplyToAccess(change, now);
                break;
            case KeyMinted minted:
                Keys.Add(new(
                    minted.Key, Revision, minted.SecretHash, minted.Name, minted.Grants, minted.Level, minted.Owner, minted.Labels,
                    minted.ExpiresAt, null, actor, now, null));
                break;
            case KeyRevoked revoked:
                Change(Keys, key => key.Id == revoked.Key, key => key with { RevokedAt = revoked.At });
                break;
            case InvitationIssued issued:
                Invitations.Add(new(issued.Invitation, issued.User, issued.Name.Fold, issued.SecretHash, now, issued.ExpiresAt, null));
                break;
            case InvitationVoided voided:
                EndInvitations(voided.Invitation, now);
                break;
            case InvitationAccepted accepted:
                EndInvitations(accepted.Invitation, now);
                break;
            default:
                ApplyToUsers(change, now);
                break;
        }
    }

    private void ApplyToScopes(Change change, Instant now)
    {
        switch (change)
        {
            case ScopeCreated created:
                Scopes.Add(new(created.Scope, created.Parent, Revision, created.Name, created.Service, created.Settings, now, Revision, now, created.ExternalId));
                break;
            case ScopeChanged changed:
                Change(Scopes, scope => scope.Id == changed.Scope, scope => scope with
                {
                    Name = changed.Name.Or(scope.Name),
                    Settings = changed.Settings.Or(scope.Settings),
                    ExternalId = changed.ExternalId.Or(scope.ExternalId),
                    ChangedIn = Revision,
                    ChangedAt = now,
                });
                break;
            case ScopeEnded ended:
                Scopes.RemoveAll(scope => scope.Id == ended.Scope);
                Memberships.RemoveAll(held => held.Membership.Scope == ended.Scope);
                if (ended.Scope.Kind == ScopeKind.Team)
                {
                    Regroup(held => held.Member == MemberId.Team(ended.Scope.Id), now);
                }

                Memberships.RemoveAll(held => ended.Scope.Kind == ScopeKind.Team && held.Membership.Member == MemberId.Team(ended.Scope.Id));
                Resources.RemoveAll(resource => resource.Scope == ended.Scope);
                Ended.Add(ended.Scope);
                break;
        }
    }

    private void ApplyToRoles(Change change, Instant now)
    {
        switch (change)
        {
            case RoleDefined r:
                Roles.Add(new(RoleRules.Custom(r.Name, r.Description, r.Kinds, r.Level, r.Permissions), Revision, now, Revision, now));
                break;
            case RoleRedefined r:
                Change(Roles, role => role.Role.Name == r.Name, role => role with
                {
                    Role = RoleRules.Custom(r.Name, r.Description, r.Kinds, r.Level, r.Permissions),
                    ChangedIn = Revision,
                    ChangedAt = now,
                });
                break;
            case RoleRemoved removed:
                Roles.RemoveAll(role => role.Role.Name == removed.Name);
                break;
        }
    }

    private void ApplyToMemberships(Change change, Instant now, string actor, Door door)
    {
        switch (change)
        {
            case RoleGiven given:
                Memberships.RemoveAll(held => held.IsOf(given.Member, given.Scope));
                Memberships.Add(new(
                    new(given.Member, given.Scope, Revision, given.Role, given.Level, given.Until, now, actor, door, Revision, now),
                    given.Cascades));
                ShowWithMember(given.Member, given.Scope, now, given.Level);
                break;
            case RoleChanged changed:
                Change(Memberships, held => held.IsOf(changed.Member, changed.Scope), held => new(
                    held.Membership with
                    {
                        Role = changed.Role,
                        Level = changed.Level,
                        Until = changed.Until,
                        ChangedIn = Revision,
                        ChangedAt = now,
                    },
                    changed.Cascades));
                ShowWithMember(changed.Member, changed.Scope, now, changed.Level, changed.OldLevel);
                break;
            case MembershipEnded ended:
                Memberships.RemoveAll(held => held.IsOf(ended.Member, ended.Scope));
                ShowWithMember(ended.Member, ended.Scope, now, ended.Level);
                break;
        }
    }

    /// <summary>Roles in the account and in organizations are shown with the member, and seats with team and user: they are then another version.</summary>
    private void ShowWithMember(MemberId member, ScopeId scope, Instant now, params Level[] levels)
    {
        foreach (var level in levels.Where(_ => scope.Kind is ScopeKind.Account or ScopeKind.Organization))
        {
            Regroup(scope, level, now);
        }

        if (scope.Kind is ScopeKind.Account or ScopeKind.Organization or ScopeKind.Team)
        {
            ChangeUser(new UserId(member.Kind == MemberKind.User ? member.Id : ""), user => user, now);
            ChangeTeam(member.Kind == MemberKind.Team ? ScopeId.Team(member.Id) : scope, now);
        }
    }

    private void Regroup(Predicate<Membership> which, Instant now)
    {
        foreach (var held in Memberships.Select(held => held.Membership)
            .Where(held => which(held) && held.Scope.Kind is ScopeKind.Account or ScopeKind.Organization))
        {
            Regroup(held.Scope, held.Level, now);
        }
    }

    private void Regroup(ScopeId scope, Level level, Instant now) =>
        RoleGroups[(scope, level)] = (RoleGroups.GetValueOrDefault((scope, level)).ExternalId, Revision, now);

    private void ChangeTeam(ScopeId id, Instant now) =>
        Change(Scopes, scope => scope.Id == id && id.Kind == ScopeKind.Team, scope => scope with { ChangedIn = Revision, ChangedAt = now });

    private void ChangeUser(UserId id, Func<User, User> change, Instant now) =>
        Change(Users, user => user.Id == id, user => change(user) with { ChangedIn = Revision, ChangedAt = now });

    private void EndAllOf(UserId user, Predicate<Membership> which, Instant now)
    {
        Regroup(held => held.Member == MemberId.User(user), now);
        Memberships.RemoveAll(held => held.Membership.Member == MemberId.User(user) && which(held.Membership));
        EndKeys(owner => owner == user, now);
        EndInvitations(invited => invited == user, now);
    }

    private void EndKeys(Func<UserId?, bool> ofOwner, Instant now) => Change(
        Keys, key => ofOwner(key.Owner) && (key.RevokedAt is not { } end || end > now), key => key with { RevokedAt = now });

    private void EndInvitations(Func<UserId, bool> ofUser, Instant now) => Change(
        Invitations, sent => ofUser(sent.User) && sent.EndedAt is null, sent => sent with { EndedAt = now });

    private void EndInvitations(InvitationId id, Instant now) => Change(
        Invitations, sent => sent.Id == id && sent.EndedAt is null, sent => sent with { EndedAt = now });

    private static void Change<T>(List<T> rows, Predicate<T> which, Func<T, T> change)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i] = which(rows[i]) ? change(rows[i]) : rows[i];
        }
    }
}
