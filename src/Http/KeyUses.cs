using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Http;

/// <summary>Remembers when keys were last used and tells the store every few seconds, never on a request's path.</summary>
public sealed partial class KeyUses(IStore store, ILogger<KeyUses> logger) : BackgroundService
{
    // A key in steady use is noted once in each of these.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly long Precision = (long)TimeSpan.FromSeconds(1).TotalMicroseconds;

    private readonly ConcurrentDictionary<KeyId, KeyUse> _uses = new();

    internal void Note(AccountId account, KeyId key, Instant now)
    {
        if (!_uses.TryGetValue(key, out var noted) || now.Microseconds - noted.At.Microseconds >= Precision)
        {
            _uses[key] = new(account, key, now);
        }
    }

    /// <summary>Tells the store what has been noted since the last time.</summary>
    internal async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        var uses = new List<KeyUse>();
        foreach (var (key, _) in _uses)
        {
            if (_uses.TryRemove(key, out var use))
            {
                uses.Add(use);
            }
        }

        if (uses.Count > 0)
        {
            await store.NoteKeyUseAsync(uses, cancellationToken);
        }
    }

    /// <summary>Here and not at the end of the loop, which a server that is stopped at once never begins.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryFlushAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await NextAsync(timer, stoppingToken))
        {
            await TryFlushAsync();
        }
    }

    private static async ValueTask<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async ValueTask TryFlushAsync()
    {
        try
        {
            await FlushAsync(CancellationToken.None);
        }
        catch (StoreUnavailableException unavailable)
        {
            // Nobody's answer depends on it, and the next use is noted again.
            NotNoted(logger, unavailable);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The latest uses of keys could not be noted.")]
    private static partial void NotNoted(ILogger logger, Exception failure);
}
