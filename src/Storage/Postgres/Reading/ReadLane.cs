namespace Roster.Storage.Postgres.Reading;

/// <summary>One connection that answers questions.</summary>
internal sealed class ReadLane(ReadLanes lanes, LaneConnection connection, DatabaseClock clock)
{
    private readonly List<Question> _group = [];

    public async Task RunAsync()
    {
        do
        {
            while (lanes.Take(_group))
            {
                await TryAsync(AnswerAsync);
            }

            // No snapshot is held while nobody asks.
            await TryAsync(connection.SendRestAsync);
        }
        while (await lanes.WaitAsync());

        await connection.DisposeAsync();
    }

    private async ValueTask TryAsync(Func<ValueTask> act)
    {
        try
        {
            await act();
        }
        catch (Exception exception)
        {
            await FailAsync(exception);
        }

        _group.Clear();
    }

    /// <summary>One transaction is one snapshot; the end of the last one travels with the beginning of the next.</summary>
    private async ValueTask AnswerAsync()
    {
        var pipeline = await connection.PipelineAsync();
        pipeline.Begin(PostgresStatements.BeginReading);
        var asked = _group.ConvertAll(question => question.AskAsync(pipeline, clock.Now));
        await pipeline.SendAllAsync();
        for (var i = 0; i < asked.Count; i++)
        {
            _group[i].Epoch = connection.Epoch;
            _group[i].Answer(asked[i]);
        }

        _group.Clear();
        pipeline.Write(PostgresStatements.Commit);
    }

    /// <summary>A question that failed alone has failed for itself; others are asked again, as long as they can wait.</summary>
    private async ValueTask FailAsync(Exception exception)
    {
        await connection.RecoverAsync(exception);
        foreach (var question in _group)
        {
            if (_group.Count == 1 && !PostgresFaults.MayPass(exception))
            {
                question.Fail(exception);
            }
            else
            {
                question.Alone = !PostgresFaults.IsNobodys(exception);
                lanes.TryAgain(question);
            }
        }
    }
}
