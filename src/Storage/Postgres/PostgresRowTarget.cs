using Npgsql;
using Roster.Storage.Copying;
using Roster.Storage.Sql.Tables;

namespace Roster.Storage.Postgres;

/// <summary>Writes rows as they are: the form that copies keep them in is the database's own.</summary>
internal static class PostgresRowTarget
{
    public static async ValueTask InsertAsync(NpgsqlConnection connection, Table table, RowBuffer rows)
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync(
            $"COPY {table.Name} ({table.ColumnNames}) FROM STDIN (FORMAT BINARY)", CancellationToken.None);
        await stream.WriteAsync(RowForm.Head.ToArray(), CancellationToken.None);
        await stream.WriteAsync(rows.Bytes, CancellationToken.None);
        await stream.WriteAsync(RowForm.End.ToArray(), CancellationToken.None);
    }
}
