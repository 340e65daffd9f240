namespace Roster.Storage.Sql;

/// <summary>What any engine can be asked. Parameters are <c>$1</c>, <c>$2</c>, … in the text.</summary>
/// <remarks>
/// With <see cref="ISqlWriter"/> the seam between what engines share and what they do not. On SQLite every task is complete
/// when it is returned; PostgreSQL sends what was asked together, together.
/// </remarks>
internal interface ISql
{
    /// <summary>The first row, or the default where there is none.</summary>
    ValueTask<T?> OneAsync<T>(string text, Func<IRow, T> read, params ReadOnlySpan<SqlValue> values);

    ValueTask<List<T>> ManyAsync<T>(string text, Func<IRow, T> read, params ReadOnlySpan<SqlValue> values);
}

/// <summary>The row that a statement stands on. Valid only while it is being read.</summary>
internal interface IRow
{
    bool IsNull(int column);

    long Number(int column);

    string Text(int column);

    /// <summary>A text in UTF-8. Gone with the row.</summary>
    ReadOnlySpan<byte> Utf8(int column);

    byte[] Bytes(int column);
}
