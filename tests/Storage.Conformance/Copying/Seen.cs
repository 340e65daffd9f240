using Npgsql;
using Roster.Storage;
using Roster.Storage.Copying;
using Roster.Storage.Postgres;
using Roster.Storage.Sql.Reads;
using Roster.Storage.Sql.Replaying;
using Roster.Storage.Sqlite;
using SQLitePCL;

namespace Roster.Tests.Storage.Conformance.Copying;

/// <summary>What is in a store, and how it is changed behind everybody's back.</summary>
internal static class Seen
{
    /// <summary>Every row that a copy brings over, as text.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(StoreAddress address)
    {
        await using var side = await Places.OpenAsync(address);
        var rows = new List<string>();
        foreach (var account in await AccountsAsync(side))
        {
            rows.AddRange(await side.DumpStateAsync(account));
        }

        rows.AddRange(await side.ManyAsync(
            "SELECT account, key_id, CAST(used_at AS text) FROM key_uses ORDER BY account, key_id",
            row => $"key_uses {row.Text(0)} {row.Text(1)} {row.Text(2)}"));
        rows.AddRange(await side.ManyAsync(
            "SELECT account, name, CAST(made_at AS text), content FROM notes ORDER BY account, name",
            row => $"notes {row.Text(0)} {row.Text(1)} {row.Text(2)} {Convert.ToHexString(row.Bytes(3))}"));
        rows.AddRange(await side.ManyAsync(
            "SELECT key_id, account FROM key_accounts ORDER BY key_id", row => $"key_accounts {row.Text(0)} {row.Text(1)}"));
        return rows;
    }

    public static async Task<List<AccountId>> AccountsAsync(ICopySide side) =>
        await side.ManyAsync("SELECT account FROM accounts ORDER BY account", row => new AccountId(row.Text(0)));

    public static async Task<long> CountAsync(StoreAddress address, string table)
    {
        await using var side = await Places.OpenAsync(address);
        return await side.OneAsync($"SELECT COUNT(*) FROM {table}", row => row.Number(0));
    }

    public static async Task<List<string>> StoreRowsAsync(StoreAddress address)
    {
        await using var side = await Places.OpenAsync(address);
        return await side.ManyAsync("SELECT name, value FROM store ORDER BY name", row => $"{row.Text(0)}={row.Text(1)}");
    }

    /// <summary>The first value of an answer, beside whoever has it open; null where there is none.</summary>
    public static async Task<string?> ValueAsync(StoreAddress address, string question)
    {
        if (address is SqliteAddress sqlite)
        {
            using var connection = SqliteConnection.Open(sqlite.File, raw.SQLITE_OPEN_READWRITE);
            return connection.One(question, Rows.Text);
        }

        await using var database = new NpgsqlConnection(((PostgresAddress)address).Connection);
        await database.OpenAsync();
        await using var command = new NpgsqlCommand(question, database);
        return (string?)await command.ExecuteScalarAsync();
    }

    /// <summary>Beside whoever has it open.</summary>
    public static void Alter(StoreAddress address, string statement)
    {
        if (address is SqliteAddress sqlite)
        {
            using var connection = SqliteConnection.Open(sqlite.File, raw.SQLITE_OPEN_READWRITE);
            connection.Run(statement);
        }
        else
        {
            using var connection = new NpgsqlConnection(((PostgresAddress)address).Connection);
            connection.Open();
            using var command = new NpgsqlCommand(statement, connection);
            command.ExecuteNonQuery();
        }
    }
}
