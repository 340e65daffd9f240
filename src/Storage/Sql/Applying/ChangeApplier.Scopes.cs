using Roster.Core.Changes;
using Roster.Core.Scopes;
using Roster.Storage.Sql.Reads;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Applying;

internal sealed partial class ChangeApplier
{
    private ValueTask CreateAsync(ScopeCreated c, Occasion on) => OneAsync(sql.ExecuteAsync(
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
        on.At));

    private ValueTask ChangeAsync(ScopeChanged c, Occasion on) => OneAsync(sql.ExecuteAsync(
        ScopeStatements.Change,
        on.Account,
        (long)c.Scope.Kind,
        c.Scope.Id,
        c.Name.IsSet ? c.Name.Or("") : null,
        c.Settings.IsSet,
        c.Settings.Or(null),
        on.Revision,
        on.At));

    private async ValueTask EndAsync(ScopeEnded c, Occasion on)
    {
        await OneAsync(sql.ExecuteAsync(
            ScopeStatements.End, on.Account, (long)c.Scope.Kind, c.Scope.Id, on.Revision, on.At));
        var ends = await IsBigAsync(c.Scope, on) ? MembershipStatements.PurgeLater : MembershipStatements.EndInScope;
        await sql.ExecuteAsync(ends, on.Account, (long)c.Scope.Kind, c.Scope.Id);
    }

    private async ValueTask<bool> IsBigAsync(ScopeId scope, Occasion on) => await sql.OneAsync(
        MembershipStatements.CountInScope, Rows.Number, on.Account, (long)scope.Kind, scope.Id, bigEnd + 1) > bigEnd;
}
