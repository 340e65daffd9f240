using Roster.Core.Changes;
using Roster.Core.Scopes;
using Roster.Storage.Sql.Changes;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Applying;

internal sealed partial class ChangeApplier
{
    private void Define(RoleDefined c, Occasion on) => sql.WriteOne(
        RoleStatements.Define,
        on.Account,
        c.Name,
        c.Description,
        BitsOf(c.Kinds),
        (long)c.Level,
        GrantJson.Write(c.Permissions),
        on.Revision,
        on.At);

    private void Redefine(RoleRedefined c, Occasion on) => sql.WriteOne(
        RoleStatements.Redefine,
        on.Account,
        c.Name,
        c.Description,
        BitsOf(c.Kinds),
        (long)c.Level,
        GrantJson.Write(c.Permissions),
        on.Revision,
        on.At);

    private static long BitsOf(IReadOnlyList<ScopeKind> kinds) => kinds.Aggregate(0L, (bits, kind) => bits | (1L << (int)kind));
}
