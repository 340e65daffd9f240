using Roster.Storage.Sql;
using Roster.Storage.Sql.Tables;

namespace Roster.Storage.Copying;

/// <summary>One of a copy's two stores, with its tables up to date and held against a second copy. Used by one caller at a time.</summary>
internal interface ICopySide : ISql, IAsyncDisposable
{
    /// <summary>How messages call it; holds no secret.</summary>
    string Name { get; }

    /// <summary>An account's rows in a table, in the order of the key.</summary>
    /// <param name="after">The key to go on after; null for all.</param>
    IRowSource Read(Table table, string account, SqlValue[]? after);

    /// <summary>Rows and statements in one transaction, which need not be on the disk yet.</summary>
    ValueTask CommitAsync(RowChunk? rows, Action<ISqlWriter> statements);

    /// <summary>All rows are there: they are brought to the disk, as all that is committed from here on.</summary>
    ValueTask SettleAsync();
}

/// <summary>Rows on their way out of a store.</summary>
internal interface IRowSource : IAsyncDisposable
{
    /// <summary>Adds rows until the buffer is full.</summary>
    /// <returns>False once there are no more.</returns>
    ValueTask<bool> FillAsync(RowBuffer buffer);
}
