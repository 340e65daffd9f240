using Npgsql;

namespace Roster.Storage.Postgres;

/// <summary>Single statements, where nobody waits: at start, and when a connection is opened.</summary>
internal static class PostgresCommands
{
    public static async Task<int> ExecuteAsync(
        this NpgsqlConnection connection, string text, CancellationToken cancellationToken, params string[] values)
    {
        await using var command = Command(connection, text, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The first value of the first row; null where there is none.</summary>
    public static async Task<object?> ValueAsync(
        this NpgsqlConnection connection, string text, CancellationToken cancellationToken, params string[] values)
    {
        await using var command = Command(connection, text, values);
        return await command.ExecuteScalarAsync(cancellationToken) is { } value and not DBNull ? value : null;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string text, string[] values)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        }

        return command;
    }
}
