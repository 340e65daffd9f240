using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Reads;

internal sealed partial class SqlReads
{
    public ValueTask<Scope?> ScopeAsync(ScopeId id) =>
        Sql.OneAsync(ScopeStatements.Find, Rows.Scope, _account, (long)id.Kind, id.Id);

    public ValueTask<bool> IsScopeIdUsedAsync(ScopeId id) =>
        Sql.OneAsync(ScopeStatements.IsIdUsed, Rows.Exists, _account, (long)id.Kind, id.Id);

    public async ValueTask<Slice<Scope>> ScopesAsync(ScopeFilter filter, Page page)
    {
        var rows = await ListScopesAsync(filter, (long)filter.Kind, page.After, page.Limit + 1L);
        return Slice<Scope>.Cut(rows, page.Limit, scope => scope.Number);
    }

    public async ValueTask<Slice<TeamInRole>> TeamsAsync(Page page)
    {
        var rows = await Sql.ManyAsync(TeamStatements.List, Rows.TeamInRole, _account, Now, page.After, page.Limit + 1L);
        return Slice<TeamInRole>.Cut(rows, page.Limit, row => row.Team.Number);
    }

    private ValueTask<List<Scope>> ListScopesAsync(ScopeFilter filter, long kind, long after, long limit) => filter switch
    {
        { Parent: { } parent, Name: { } name } => Sql.ManyAsync(
            ScopeStatements.ListChildrenNamed, Rows.Scope, _account, kind, after, limit, (long)parent.Kind, parent.Id, name),
        { Parent: { } parent } => Sql.ManyAsync(
            ScopeStatements.ListChildren, Rows.Scope, _account, kind, after, limit, (long)parent.Kind, parent.Id),
        { Name: { } name } => Sql.ManyAsync(ScopeStatements.ListNamed, Rows.Scope, _account, kind, after, limit, name),
        _ => Sql.ManyAsync(ScopeStatements.List, Rows.Scope, _account, kind, after, limit),
    };
}
