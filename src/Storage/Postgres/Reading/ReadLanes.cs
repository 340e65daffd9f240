using System.Threading.Channels;
using Roster.Core.Storage;

namespace Roster.Storage.Postgres.Reading;

/// <summary>Connections that answer questions. Each takes those that wait, and answers them together from one snapshot.</summary>
internal sealed class ReadLanes : IAsyncDisposable
{
    private readonly Channel<Question> _waiting;
    private readonly PostgresOptions _options;
    private readonly TimeProvider _time;
    private readonly Task[] _lanes;

    public ReadLanes(Func<LaneConnection> connect, PostgresOptions options, TimeProvider time, DatabaseClock clock)
    {
        _options = options;
        _time = time;
        _waiting = Channel.CreateBounded<Question>(options.Queue);
        _lanes = [.. Enumerable.Range(0, options.Readers).Select(_ => Task.Run(new ReadLane(this, connect(), clock).RunAsync))];
    }

    /// <exception cref="StoreUnavailableException">The store did not answer in time.</exception>
    public async Task<T> AskAsync<T>(Question<T> question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        question.AskedAt = _time.GetTimestamp();
        if (!_waiting.Writer.TryWrite(question))
        {
            throw new StoreUnavailableException("Too many questions are waiting, or the store is closed.");
        }

        var answered = question.Answered;
        await ((Task)answered.WaitAsync(_options.Patience, _time, cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!answered.IsCompleted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Overdue();
        }

        return await answered;
    }

    /// <summary>Moves some of those who wait into the group, which must be empty.</summary>
    /// <returns>False where nobody waits.</returns>
    public bool Take(List<Question> group)
    {
        while (group.Count < _options.Batch && group is not [{ Alone: true }] && _waiting.Reader.TryRead(out var question))
        {
            if (question.Alone && group.Count > 0)
            {
                TryAgain(question);
                break;
            }

            if (IsPatient(question))
            {
                group.Add(question);
            }
        }

        return group.Count > 0;
    }

    /// <summary>Until somebody asks.</summary>
    /// <returns>False once the store is closed and nothing waits.</returns>
    public ValueTask<bool> WaitAsync() => _waiting.Reader.WaitToReadAsync(CancellationToken.None);

    public void TryAgain(Question question)
    {
        if (IsPatient(question) && !_waiting.Writer.TryWrite(question))
        {
            question.Fail(new StoreUnavailableException("The store is closed."));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await Task.WhenAll(_lanes);
    }

    private bool IsPatient(Question question)
    {
        if (_time.GetElapsedTime(question.AskedAt) < _options.Patience)
        {
            return true;
        }

        question.Fail(Overdue());
        return false;
    }

    private static StoreUnavailableException Overdue() => new("The store did not answer in time.");
}
