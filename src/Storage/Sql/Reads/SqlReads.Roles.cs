using Roster.Core.Roles;
using Roster.Core.Values;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Reads;

internal sealed partial class SqlReads
{
    public ValueTask<CustomRole?> CustomRoleAsync(string name) =>
        Sql.OneAsync(RoleStatements.Find, Rows.CustomRole, _account, name);

    public async ValueTask<Slice<CustomRole>> CustomRolesAsync(Page page)
    {
        var rows = await Sql.ManyAsync(RoleStatements.List, Rows.CustomRole, _account, page.After, page.Limit + 1L);
        return Slice<CustomRole>.Cut(rows, page.Limit, role => role.Number);
    }

    public ValueTask<bool> IsCustomRoleHeldAsync(string name) =>
        Sql.OneAsync(RoleStatements.IsHeld, Rows.Exists, _account, Now, name);
}
