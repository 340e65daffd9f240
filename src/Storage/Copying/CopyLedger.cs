using System.Security.Cryptography;
using Roster.Storage.Sql;
using Roster.Storage.Sql.Reads;
using Roster.Storage.Sql.Tables;

namespace Roster.Storage.Copying;

/// <summary>What the target knows of its copy: of which store it is, and how far. Goes into the same transactions as the rows.</summary>
/// <param name="epoch">The source's.</param>
/// <param name="copy">Tells this copy from others of the same store.</param>
internal sealed class CopyLedger(ICopySide target, string epoch, string copy)
{
    private const string CopyRow = "copy";
    private const string EpochRow = "epoch";
    private const string RestoredRow = "restored";

    /// <summary>The rows that others are found by go last.</summary>
    private static readonly string[] Deletes = [.. StoreTables.All.Reverse().Select(table => table.Delete("$1"))];

    private static readonly Func<IRow, (string Name, string Value)> ReadMark = static row => (row.Text(0), row.Text(1));

    /// <summary>Asked before a store is served: half of one must not be.</summary>
    public const string Begun = "SELECT value FROM store WHERE name = 'copy'";

    public static StoreStartException Unfinished(string store) => new(
        $"{store} is an unfinished copy of another store. Run 'store copy' again until it says that it is verified.");

    /// <summary>Begins a copy, or goes on with one.</summary>
    public static async Task<CopyLedger> OpenAsync(ICopySide source, ICopySide target)
    {
        var epoch = await ValueAsync(source, EpochRow)
            ?? throw new StoreCopyException($"{source.Name} holds no store: no server has been started on it.");
        if (await ValueAsync(target, CopyRow) is { } begun)
        {
            var of = begun.Split(' ');
            return of[0] == epoch ? new(target, epoch, of[1]) : throw new StoreCopyException(
                $"{target.Name} holds the unfinished copy of another store, or of what {source.Name} was before it was served again. Empty it and run the command again.");
        }

        await EnsureEmptyAsync(target);
        var copy = RandomNumberGenerator.GetHexString(12, lowercase: true);
        await target.CommitAsync(null, sql => sql.Write(CopyStatements.Put, CopyRow, $"{epoch} {copy}"));
        return new(target, epoch, copy);
    }

    /// <summary>How far these accounts are, which must be all from the first to the last of them.</summary>
    public async ValueTask<Dictionary<string, CopyMark>> MarksAsync(string after, IReadOnlyList<CopiedAccount> accounts)
    {
        var marks = await target.ManyAsync(
            CopyStatements.Marks, ReadMark, CopyStatements.MarkPrefix + after, CopyStatements.MarkPrefix + accounts[^1].Id);
        return marks.ToDictionary(mark => mark.Name[CopyStatements.MarkPrefix.Length..], mark => CopyMark.Parse(mark.Value));
    }

    public ValueTask CommitAsync(RowChunk chunk) => target.CommitAsync(
        chunk,
        sql =>
        {
            foreach (var (account, mark) in chunk.Marks)
            {
                sql.Write(CopyStatements.Put, CopyStatements.MarkPrefix + account, mark.ToString());
            }
        });

    /// <summary>Takes out what was copied of an account that has gone on since.</summary>
    public ValueTask ForgetAsync(string account) => target.CommitAsync(
        null,
        sql =>
        {
            foreach (var delete in Deletes)
            {
                sql.Write(delete, account);
            }

            sql.Write(CopyStatements.Remove, CopyStatements.MarkPrefix + account);
        });

    /// <summary>
    /// The target goes on with the source's epoch and secret, so that what clients hold stays good; the source takes another one when it is
    /// served again. First the source: between the two there is never a moment when both could go on with the same.
    /// </summary>
    public async Task FinishAsync(ICopySide source)
    {
        var restored = await ValueAsync(source, RestoredRow);
        if (restored is null)
        {
            await source.CommitAsync(null, sql => sql.Write(CopyStatements.Put, RestoredRow, copy));
        }

        var secret = await ValueAsync(source, StoreSecret.Row);
        await target.CommitAsync(
            null,
            sql =>
            {
                sql.Write(CopyStatements.Put, EpochRow, epoch);
                if (secret is not null)
                {
                    sql.Write(CopyStatements.Put, StoreSecret.Row, secret);
                }

                if (restored is not null && restored != copy)
                {
                    // A backup that was never started, or a store that was copied before: its epoch is another's.
                    sql.Write(CopyStatements.Put, RestoredRow, restored);
                }

                sql.Write(CopyStatements.RemoveMarks);
                sql.Write(CopyStatements.Remove, CopyRow);
            });
    }

    private static async Task EnsureEmptyAsync(ICopySide target)
    {
        foreach (var table in StoreTables.All)
        {
            if (await target.OneAsync($"SELECT 1 FROM {table.Name} LIMIT 1", Rows.Exists))
            {
                throw new StoreCopyException(
                    $"{target.Name} is not empty: it has {table.Name}. A copy needs an empty store; name another, or empty it first.");
            }
        }
    }

    private static ValueTask<string?> ValueAsync(ICopySide store, string name) =>
        store.OneAsync(CopyStatements.Value, Rows.Text, name);
}
