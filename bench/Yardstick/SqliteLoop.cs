using System.Diagnostics;
using SQLitePCL;

namespace Roster.Bench.Yardstick;

/// <summary>What a simple program does: one row, one transaction, one fsync, again.</summary>
internal static class SqliteLoop
{
    public static int Run(string file, int seconds)
    {
        Batteries_V2.Init();
        Check(raw.sqlite3_open(file, out var db));
        Execute(db, "PRAGMA journal_mode=WAL");
        Execute(db, "PRAGMA synchronous=FULL");
        Execute(db, "CREATE TABLE IF NOT EXISTS users(id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT) WITHOUT ROWID");
        Check(raw.sqlite3_prepare_v2(db, "INSERT INTO users VALUES(?1, ?2, ?3)", out var insert));
        var clock = Stopwatch.StartNew();
        var rows = 0;
        for (; clock.Elapsed.TotalSeconds < seconds; rows++)
        {
            var id = Guid.NewGuid().ToString("n");
            raw.sqlite3_bind_text(insert, 1, id);
            raw.sqlite3_bind_text(insert, 2, id + "@example.com");
            raw.sqlite3_bind_text(insert, 3, "Ada Byron");
            Check(raw.sqlite3_step(insert), raw.SQLITE_DONE);
            raw.sqlite3_reset(insert);
        }

        Console.WriteLine((rows / clock.Elapsed.TotalSeconds).ToString("F1"));
        insert.Dispose();
        db.Dispose();
        return 0;
    }

    private static void Execute(sqlite3 db, string sql) => Check(raw.sqlite3_exec(db, sql));

    private static void Check(int code, int expected = raw.SQLITE_OK)
    {
        if (code != expected)
        {
            throw new InvalidOperationException($"SQLite answered {code}.");
        }
    }
}
