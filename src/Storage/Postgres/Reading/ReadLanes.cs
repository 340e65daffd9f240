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
    public Task<T> AskAsync<T>(Question<T> question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        question.AskedAt = _time.GetTimestamp();
        if (!_waiting.Writer.TryWrite(question))
        {
            throw new StoreUnavailableException("Too many questions are waiting, or the store is closed.");
        }

        return cancellationToken.CanBeCanceled ? question.Answered.WaitAsync(cancellationToken) : question.Answered;
    }

    /// <summary>Waits for questions and moves some into the group, which must be empty.</summary>
    /// <returns>False once the store is closed and nothing waits.</returns>
    public async ValueTask<bool> TakeAsync(List<Question> group)
    {
        if (!await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            return false;
        }

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

        return true;
    }

    /// <summary>True where somebody waits who could be answered at once.</summary>
    public bool HasMore => _waiting.Reader.TryPeek(out _);

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

        question.Fail(new StoreUnavailableException("The store did not answer in time."));
        return false;
    }
}
