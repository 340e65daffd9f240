namespace Roster.Storage.Postgres.Reading;

/// <summary>One connection that answers questions.</summary>
internal sealed class ReadLane(ReadLanes lanes, LaneConnection connection, DatabaseClock clock)
{
    private readonly List<Question> _group = [];

    public async Task RunAsync()
    {
        while (await lanes.TakeAsync(_group))
        {
            try
            {
                await AnswerAsync();
            }
            catch (Exception exception)
            {
                await FailAsync(exception);
            }

            _group.Clear();
        }

        await connection.DisposeAsync();
    }

    /// <summary>One transaction is one snapshot; the end of the last one travels with the beginning of the next.</summary>
    private async ValueTask AnswerAsync()
    {
        if (_group.Count == 0)
        {
            return;
        }

        var pipeline = await connection.PipelineAsync();
        pipeline.Forget();
        pipeline.Write(PostgresStatements.BeginReading);
        var asked = _group.ConvertAll(question => question.AskAsync(pipeline, clock.Now));
        await pipeline.SendAllAsync();
        for (var i = 0; i < asked.Count; i++)
        {
            _group[i].Answer(asked[i]);
        }

        _group.Clear();
        pipeline.Write(PostgresStatements.Commit);
        if (!lanes.HasMore)
        {
            await pipeline.SendAllAsync();
        }
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
                question.Alone = !PostgresFaults.LosesConnection(exception);
                lanes.TryAgain(question);
            }
        }
    }
}
