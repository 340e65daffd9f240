using System.Collections.Concurrent;
using System.Diagnostics;

namespace Roster.Tests.Server.Postgres.Faults;

/// <summary>Clients that write through one process until they are told to stop, and remember what they were answered.</summary>
internal sealed class RestartLoad : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http;
    private readonly RestartWriter[] _writers;
    private readonly Task[] _writing;
    private readonly ConcurrentDictionary<TaskCompletionSource, int> _awaited = new();
    private int _answers;

    /// <param name="accounts">With an admin key each.</param>
    public RestartLoad(int port, string name, IReadOnlyList<(string Account, string Key)> accounts)
    {
        _http = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        _writers = [.. accounts.Select((account, n) =>
            new RestartWriter(new(_http, account.Account, account.Key), $"{name}{n}", new Random(name.Length + n)))];
        _writing = [.. _writers.Select(writer => Task.Run(() => writer.WriteAsync(Answered, _stop.Token)))];
    }

    public IReadOnlyList<RestartWriter> Writers => _writers;

    /// <summary>Until so many more writes have succeeded.</summary>
    public async Task<TimeSpan> SucceedAsync(int writes)
    {
        var began = Stopwatch.StartNew();
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited[seen] = Volatile.Read(ref _answers) + writes;
        await (await Task.WhenAny([seen.Task, .. _writing])).WaitAsync(Patience);
        await seen.Task.WaitAsync(Patience);
        return began.Elapsed;
    }

    /// <summary>The last writes are answered.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_writing).WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        _http.Dispose();
    }

    private void Answered()
    {
        var answers = Interlocked.Increment(ref _answers);
        foreach (var (seen, at) in _awaited)
        {
            if (answers >= at && _awaited.TryRemove(seen, out _))
            {
                seen.TrySetResult();
            }
        }
    }
}
