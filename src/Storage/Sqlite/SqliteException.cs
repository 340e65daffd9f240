using System.Diagnostics.CodeAnalysis;
using SQLitePCL;

namespace Roster.Storage.Sqlite;

/// <summary>An error of the engine. It goes no further than this room.</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never leaves the room.")]
internal sealed class SqliteException(int code, string message) : Exception($"SQLite error {code}: {message}")
{
    /// <summary>The extended result code.</summary>
    public int Code { get; } = code;

    public static void ThrowIfFailed(int result, sqlite3 database)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new SqliteException(raw.sqlite3_extended_errcode(database), raw.sqlite3_errmsg(database).utf8_to_string());
        }
    }
}
