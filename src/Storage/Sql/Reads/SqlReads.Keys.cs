using Roster.Core.Invitations;
using Roster.Core.Keys;
using Roster.Core.Values;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Reads;

internal sealed partial class SqlReads
{
    public ValueTask<ApiKey?> KeyAsync(KeyId id) => Sql.OneAsync(KeyStatements.Find, Rows.Key, _account, id.Value);

    public async ValueTask<Slice<ApiKey>> KeysAsync(Page page)
    {
        var rows = await Sql.ManyAsync(KeyStatements.List, Rows.Key, _account, Now, page.After, page.Limit + 1L);
        return Slice<ApiKey>.Cut(rows, page.Limit, key => key.Number);
    }

    public ValueTask<Invitation?> InvitationAsync(InvitationId id) =>
        Sql.OneAsync(InvitationStatements.Find, Rows.Invitation, _account, id.Value);

    public ValueTask<Invitation?> OpenInvitationAsync(UserId user) =>
        Sql.OneAsync(InvitationStatements.FindOpen, Rows.Invitation, _account, user.Value);
}
