using Roster.Storage.Sql;
using Roster.Storage.Sql.Reads;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Copying;

/// <summary>An account, and its revision when it was looked at.</summary>
internal readonly record struct CopiedAccount(string Id, long Revision)
{
    private const int Page = 1_000;
    private static readonly Func<IRow, CopiedAccount> Read = static row => new(row.Text(0), row.Number(1));

    /// <summary>The next accounts by id; none after the last.</summary>
    public static ValueTask<List<CopiedAccount>> PageAsync(ISql store, string after) =>
        store.ManyAsync(CopyStatements.Accounts, Read, after, Page);

    /// <exception cref="StoreCopyException">Somebody has written it since.</exception>
    public async ValueTask EnsureUnmovedAsync(ICopySide source)
    {
        var now = await source.OneAsync(AccountStatements.Revision, Rows.Number, Id);
        if (now != Revision)
        {
            throw Moved(source, now);
        }
    }

    public StoreCopyException Moved(ICopySide source, long now) => new(
        $"The account {Id} was written in {source.Name} while it was copied: revision {Revision} is now {now}. Stop every server on that store and run the command again; it goes on where it was.");
}
