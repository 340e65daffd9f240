using Npgsql;
using Roster.Storage.Sql;

namespace Roster.Storage.Postgres;

/// <summary>
/// Gathers statements and sends them in one round trip. What is asked while an answer is awaited makes the next wave, so many
/// questions that run side by side cost as many round trips as the longest of them.
/// </summary>
internal sealed class Pipeline(NpgsqlConnection connection) : ISql, ISqlWriter
{
    private readonly Dictionary<PostgresStatement.Identity, PostgresStatement> _asked = [];
    private List<PostgresStatement> _gathered = [];
    private bool _waitsLong;

    public ValueTask<T?> OneAsync<T>(string text, Func<IRow, T> read, params ReadOnlySpan<SqlValue> values)
    {
        var own = values.ToArray();
        return new(Ask<T?>(new(text, read, own), new PostgresStatement.One<T>(text, read, own)));
    }

    public ValueTask<List<T>> ManyAsync<T>(string text, Func<IRow, T> read, params ReadOnlySpan<SqlValue> values)
    {
        var own = values.ToArray();
        return new(Ask<List<T>>(new(text, read, own), new PostgresStatement.Many<T>(text, read, own)));
    }

    public void Write(string text, params ReadOnlySpan<SqlValue> values) =>
        _gathered.Add(new PostgresStatement.Command(text, values.ToArray(), meetsOne: false));

    public void WriteOne(string text, params ReadOnlySpan<SqlValue> values) =>
        _gathered.Add(new PostgresStatement.Command(text, values.ToArray(), meetsOne: true));

    /// <summary>Sends wave after wave until nobody asks any more.</summary>
    public async ValueTask SendAllAsync()
    {
        while (_gathered.Count > 0)
        {
            await SendAsync();
        }
    }

    /// <summary>Sends what was gathered. The answers are there, and who waited for them has gone on, when this ends.</summary>
    public async ValueTask SendAsync()
    {
        var wave = _gathered;
        _gathered = [];
        try
        {
            await ExecuteAsync(wave);
        }
        catch (Exception exception)
        {
            wave.ForEach(statement => statement.Fail(exception));
            throw;
        }

        wave.ForEach(static statement => statement.Complete());
    }

    /// <summary>A new transaction: nothing has been answered, and no statement may take long.</summary>
    public void Begin(string statement)
    {
        Forget();
        _waitsLong = false;
        Write(statement);
    }

    /// <summary>What comes in this transaction may take as long as the server lets it.</summary>
    public void WaitLong() => _waitsLong = true;

    /// <summary>What was answered may be otherwise from here on.</summary>
    public void Forget() => _asked.Clear();

    private Task<T> Ask<T>(PostgresStatement.Identity identity, PostgresStatement.Question<T> question)
    {
        if (_asked.TryGetValue(identity, out var same))
        {
            return ((PostgresStatement.Question<T>)same).AskAsync();
        }

        _asked.Add(identity, question);
        _gathered.Add(question);
        return question.AskAsync();
    }

    private async ValueTask ExecuteAsync(List<PostgresStatement> wave)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (_waitsLong)
        {
            batch.Timeout = (int)PostgresConnections.LongestStatement.TotalSeconds;
        }

        foreach (var statement in wave)
        {
            batch.BatchCommands.Add(statement.ToCommand());
        }

        await using (var reader = await batch.ExecuteReaderAsync(CancellationToken.None))
        {
            foreach (var question in wave)
            {
                if (question.Answers)
                {
                    await question.ReadAsync(reader);
                    await reader.NextResultAsync(CancellationToken.None);
                }
            }

            // An error of a statement without rows is only told by reading on.
            while (await reader.NextResultAsync(CancellationToken.None))
            {
            }
        }

        for (var i = 0; i < wave.Count; i++)
        {
            if (wave[i].MeetsOne && batch.BatchCommands[i].RecordsAffected is not 1 and var rows)
            {
                throw new UnexpectedRowsException(rows);
            }
        }
    }
}
