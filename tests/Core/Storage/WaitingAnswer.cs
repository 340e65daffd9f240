using System.Threading.Tasks.Sources;

namespace Roster.Tests.Core.Storage;

/// <summary>An answer that is on its way.</summary>
internal interface IWaitingAnswer
{
    bool IsTaken { get; }

    ValueTask ArriveAsync();
}

/// <summary>As strict as any source may be: whoever takes the answer twice gets an exception.</summary>
internal sealed class WaitingAnswer<T>(Func<ValueTask<T>> ask) : IValueTaskSource<T>, IWaitingAnswer
{
    private ManualResetValueTaskSourceCore<T> _core;

    public bool IsTaken { get; private set; }

    public ValueTask<T> Task => new(this, _core.Version);

    public async ValueTask ArriveAsync() => _core.SetResult(await ask());

    public T GetResult(short token)
    {
        var answer = _core.GetResult(token);
        _core.Reset();
        IsTaken = true;
        return answer;
    }

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
