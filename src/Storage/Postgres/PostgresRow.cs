using Npgsql;
using Roster.Storage.Sql;

namespace Roster.Storage.Postgres;

internal sealed class PostgresRow(NpgsqlDataReader reader) : IRow
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public long Number(int column) => reader.GetInt64(column);

    public string Text(int column) => reader.GetString(column);

    public ReadOnlySpan<byte> Utf8(int column) => reader.GetFieldValue<byte[]>(column);

    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
}
