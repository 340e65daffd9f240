using System.Text.Json;
using Roster.Core.Changes;
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
/// <param name="bigEnd">A scope with more memberships than this is ended at once, its rows deleted later.</param>
internal sealed partial class ChangeApplier(ISql sql, long bigEnd)
{
    public ValueTask ApplyAsync(Change change, Occasion on) => change switch
    {
        AccountOpened c => OneAsync(sql.ExecuteAsync(AccountStatements.Open, on.Account, c.Name, on.At)),
        AccountClosed => CloseAccountAsync(on),
        ScopeCreated c => CreateAsync(c, on),
        ScopeChanged c => ChangeAsync(c, on),
        ScopeEnded c => EndAsync(c, on),
        UserCreated c => WriteAsync(UserStatements.Create, c.User, c.Person, c.Active, c.Pending, on),
        UserRevived c => WriteAsync(UserStatements.Revive, c.User, c.Person, c.Active, c.Pending, on),
        UserChanged c => ChangeAsync(c, on),
        UserActivated c => ActivateAsync(c.User, on),
        UserDeactivated c => DeactivateAsync(c.User, on),
        UserVerified c => TouchAsync(UserStatements.Verify, c.User, on),
        UserUnverified c => TouchAsync(UserStatements.Unverify, c.User, on),
        UserDeleted c => DeleteAsync(c.User, on),
        RoleGiven c => GiveAsync(c, on),
        RoleChanged c => ChangeAsync(c, on),
        MembershipEnded c => EndAsync(c, on),
        KeyMinted c => MintAsync(c, on),
        KeyRevoked c => OneAsync(sql.ExecuteAsync(KeyStatements.Revoke, on.Account, c.Key.Value, c.At)),
        InvitationIssued c => IssueAsync(c, on),
        InvitationVoided c => EndInvitationAsync(c.Invitation, on),
        InvitationAccepted c => EndInvitationAsync(c.Invitation, on),
        _ => throw new NotSupportedException($"Nothing applies {change.GetType().Name}."),
    };

    /// <summary>A change that does not meet exactly its row contradicts the tables: a rule is wrong, and nothing is written.</summary>
    private static async ValueTask OneAsync(ValueTask<int> written)
    {
        if (await written is not 1 and var rows)
        {
            throw new InvalidOperationException($"The change met {rows} rows instead of one.");
        }
    }

    private async ValueTask CloseAccountAsync(Occasion on)
    {
        await OneAsync(sql.ExecuteAsync(AccountStatements.Close, on.Account, on.At));
        await sql.ExecuteAsync(KeyStatements.RevokeAll, on.Account, on.At);
        await sql.ExecuteAsync(InvitationStatements.EndAll, on.Account, on.At);
    }

    private async ValueTask MintAsync(KeyMinted c, Occasion on)
    {
        await sql.ExecuteAsync(
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
        await sql.ExecuteAsync(KeyStatements.Place, c.Key.Value, on.Account);
    }

    private async ValueTask IssueAsync(InvitationIssued c, Occasion on) => await sql.ExecuteAsync(
        InvitationStatements.Issue,
        on.Account,
        c.Invitation.Value,
        c.User.Value,
        c.Name.Fold,
        c.SecretHash.ToArray(),
        c.ExpiresAt,
        on.At);

    private ValueTask EndInvitationAsync(InvitationId invitation, Occasion on) =>
        OneAsync(sql.ExecuteAsync(InvitationStatements.End, on.Account, invitation.Value, on.At));
}
