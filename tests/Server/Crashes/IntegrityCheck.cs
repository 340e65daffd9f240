using SQLitePCL;

namespace Roster.Tests.Server.Crashes;

/// <summary>SQLite's own opinion of a file, asked on a connection beside the server's.</summary>
internal static class IntegrityCheck
{
    /// <summary><c>ok</c>, or the first thing that is wrong.</summary>
    public static string Run(string file)
    {
        Batteries_V2.Init();
        Check(raw.sqlite3_open_v2(file, out var database, raw.SQLITE_OPEN_READONLY, null));
        using (database)
        {
            Check(raw.sqlite3_prepare_v2(database, "PRAGMA integrity_check", out var statement));
            using (statement)
            {
                return raw.sqlite3_step(statement) == raw.SQLITE_ROW
                    ? raw.sqlite3_column_text(statement, 0).utf8_to_string()
                    : raw.sqlite3_errmsg(database).utf8_to_string();
            }
        }
    }

    private static void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new InvalidOperationException($"SQLite answered {code}.");
        }
    }
}
