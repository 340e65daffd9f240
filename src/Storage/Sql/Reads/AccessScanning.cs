using Roster.Core.Memberships;
using Roster.Core.Storage;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Reads;

/// <summary>
/// Shows all that access rests on, once through each table, in pieces that are no statement's whole time. Nothing is made of a row:
/// it is shown as it lies there.
/// </summary>
internal sealed class AccessScanning(ISql sql, string account, IAccessScan scan)
{
    private const int Piece = 20_000;

    private (long Kind, string Id) _scope = (0, "");
    private string _user = "";
    private long _number;
    private int _seen;

    public async ValueTask RunAsync()
    {
        do
        {
            _seen = 0;
            await sql.ManyAsync(AccessStatements.ScanScopes, ShowScope, account, _scope.Kind, _scope.Id, Piece);
        }
        while (_seen == Piece);

        do
        {
            _seen = 0;
            await sql.ManyAsync(AccessStatements.ScanUsers, ShowUser, account, _user, Piece);
        }
        while (_seen == Piece);

        do
        {
            _seen = 0;
            await sql.ManyAsync(AccessStatements.ScanMemberships, ShowMembership, account, _number, Piece);
        }
        while (_seen == Piece);
    }

    private bool ShowScope(IRow row)
    {
        scan.Scope((int)row.Number(0), row.Utf8(1), (int)row.Number(2), row.Utf8(3));
        _scope = IsLast() ? (row.Number(0), row.Text(1)) : _scope;
        return true;
    }

    private bool ShowUser(IRow row)
    {
        scan.User(row.Utf8(0), row.Flag(1));
        _user = IsLast() ? row.Text(0) : _user;
        return true;
    }

    private bool ShowMembership(IRow row)
    {
        _number = row.Number(0);
        _seen++;
        scan.Membership(
            (int)row.Number(1), row.Utf8(2), (MemberKind)row.Number(3), row.Utf8(4), row.Utf8(5), row.InstantOrNull(6));
        return true;
    }

    // The next piece goes on after it.
    private bool IsLast() => ++_seen == Piece;
}
