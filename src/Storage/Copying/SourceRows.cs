using Roster.Storage.Sql.Tables;

namespace Roster.Storage.Copying;

/// <summary>Reads accounts out of the source, chunk by chunk, each from where its copy stands.</summary>
internal sealed class SourceRows(ICopySide source, CopyOptions options)
{
    private RowChunk _chunk = new(options);
    private RowChunk _other = new(options);

    /// <summary>A chunk is the caller's until the next but one is asked for.</summary>
    public async IAsyncEnumerable<RowChunk> ReadAsync(IReadOnlyList<(CopiedAccount Account, CopyMark? Mark)> accounts)
    {
        _chunk.Clear();
        foreach (var (account, mark) in accounts)
        {
            foreach (var table in StoreTables.All.Where(table => IsLeft(table, mark)))
            {
                await using var rows = source.Read(table, account.Id, mark?.Table == table ? mark.After : null);
                while (await rows.FillAsync(_chunk.Open(table)))
                {
                    var key = RowKey.Of(table, _chunk.Open(table).LastRow);
                    _chunk.Mark(account.Id, new CopyMark(account.Revision, table, key));
                    yield return Swap();
                    _chunk.Clear();
                }
            }

            await account.EnsureUnmovedAsync(source);
            _chunk.Mark(account.Id, CopyMark.Done(account.Revision));
        }

        if (_chunk.Marks.Count > 0)
        {
            yield return Swap();
        }
    }

    /// <summary>A table with one row is copied whole once it is begun.</summary>
    private static bool IsLeft(Table table, CopyMark? mark) =>
        mark?.Table is not { } at
        || (table == at ? table.Key.Length > 0 : StoreTables.All.IndexOf(table) > StoreTables.All.IndexOf(at));

    /// <summary>The filled chunk. The other one is in use until the next is asked for, and is filled then.</summary>
    private RowChunk Swap()
    {
        (_chunk, _other) = (_other, _chunk);
        return _other;
    }
}
