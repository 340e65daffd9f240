using System.Text.Json;
using Roster.Core.Changes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;
using Roster.Storage.Sql.Changes;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Applying;

/// <summary>Where in its account's history a change stands. The revision is also the number of what it creates.</summary>
internal readonly record struct Occasion(string Account, long Revision, Instant At, string Actor, Door Door);

/// <summary>
/// Turns changes into rows: the only code that writes state, for requests and for replay alike, so that replaying a log
/// gives the same rows. What it reads is state, never a clock or an aux table.
/// </summary>
/// <param name="bigEnd">A scope with more memberships than this is ended at once, its rows deleted later; null deletes all at once.</param>
internal sealed partial class ChangeApplier(ISqlWriter sql, long? bigEnd)
{
    /// <summary>Role groups that have a new version, and since which change.</summary>
    private readonly Dictionary<(ScopeId Scope, Level Level), Occasion> _regrouped = [];

    /// <summary>The set before may have failed half-way.</summary>
    public void BeginSet() => _regrouped.Clear();

    /// <summary>After the last change of a set.</summary>
    public void EndSet() => WriteRoleGroups();

    public void Apply(Change change, Occasion on)
    {
        switch (change)
        {
            case AccountOpened c:
                sql.WriteOne(AccountStatements.Open, on.Account, c.Name, on.At);
                break;
            case AccountClosed:
                CloseAccount(on);
                break;
            case ScopeCreated c:
                Create(c, on);
                break;
            case ScopeChanged c:
                Change(c, on);
                break;
            case ScopeEnded c:
                End(c, on);
                break;
            case UserCreated c:
                Write(UserStatements.Create, c.User, c.Person, c.Active, c.Pending, on);
                break;
            case UserRevived c:
                Write(UserStatements.Revive, c.User, c.Person, c.Active, c.Pending, on);
                break;
            case UserChanged c:
                Change(c, on);
                break;
            case UserActivated c:
                Activate(c.User, on);
                break;
            case UserDeactivated c:
                Deactivate(c.User, on);
                break;
            case UserVerified c:
                Touch(UserStatements.Verify, c.User, on);
                break;
            case UserUnverified c:
                Touch(UserStatements.Unverify, c.User, on);
                break;
            case UserDeleted c:
                Delete(c.User, on);
                break;
            case RoleGiven c:
                Give(c, on);
                break;
            case RoleChanged c:
                Change(c, on);
                break;
            case MembershipEnded c:
                End(c, on);
                break;
            case RoleGroupChanged c:
                Change(c, on);
                break;
            case KeyMinted c:
                Mint(c, on);
                break;
            case KeyRevoked c:
                sql.WriteOne(KeyStatements.Revoke, on.Account, c.Key.Value, c.At);
                break;
            case InvitationIssued c:
                Issue(c, on);
                break;
            case InvitationVoided c:
                EndInvitation(c.Invitation, on);
                break;
            case InvitationAccepted c:
                EndInvitation(c.Invitation, on);
                break;
            case RoleDefined c:
                Define(c, on);
                break;
            case RoleRedefined c:
                Redefine(c, on);
                break;
            case RoleRemoved c:
                sql.WriteOne(RoleStatements.Remove, on.Account, c.Name);
                break;
            case var _ when ApplyToAccess(change, on):
                break;
            default:
                throw new NotSupportedException($"Nothing applies {change.GetType().Name}.");
        }
    }

    private void CloseAccount(Occasion on)
    {
        sql.WriteOne(AccountStatements.Close, on.Account, on.At);
        sql.Write(KeyStatements.RevokeAll, on.Account, on.At);
        sql.Write(InvitationStatements.EndAll, on.Account, on.At);
        sql.Write(NoteStatements.DeleteAll, on.Account);
    }

    private void Mint(KeyMinted c, Occasion on)
    {
        sql.Write(
            KeyStatements.Mint,
            on.Account,
            c.Key.Value,
            c.SecretHash.ToArray(),
            c.Name,
            (long)c.Grants,
            (long)c.Level,
            c.Owner?.Value,
            JsonSerializer.Serialize([.. c.Labels], LogJson.Form.StringArray),
            c.ExpiresAt,
            on.Actor,
            on.Revision,
            on.At);
        sql.Write(KeyStatements.Place, c.Key.Value, on.Account);
    }

    private void Issue(InvitationIssued c, Occasion on) => sql.Write(
        InvitationStatements.Issue,
        on.Account,
        c.Invitation.Value,
        c.User.Value,
        c.Name.Fold,
        c.SecretHash.ToArray(),
        c.ExpiresAt,
        on.At);

    private void EndInvitation(InvitationId invitation, Occasion on) =>
        sql.WriteOne(InvitationStatements.End, on.Account, invitation.Value, on.At);
}
