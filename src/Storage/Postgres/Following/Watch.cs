using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Npgsql;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Storage.Postgres.Following;

/// <summary>
/// Follows what other processes write, so that the followers know before somebody asks. It tells and hears hints of what was
/// committed, looks at the accounts that were used lately once a second whatever the hints say, and keeps to the database's clock.
/// </summary>
/// <remarks>No answer rests on it: every request confirms its account's position for itself.</remarks>
internal sealed class Watch : IAsyncDisposable
{
    private const string Channel = "roster";

    /// <summary>In characters; PostgreSQL takes a little less than 8,000 bytes.</summary>
    private const int MostOfAPayload = 7_800;

    /// <summary>Notifying costs the whole database a lock, so what is committed meanwhile is told in one.</summary>
    private static readonly TimeSpan BetweenHints = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<AccountId, long> _hints = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly PostgresServer _server;
    private readonly Positions _positions;
    private readonly Func<AccountId, CancellationToken, ValueTask<long>> _confirm;
    private readonly Task _running;

    /// <param name="confirm">Reads an account's revision at the primary, and tells the followers what led to it.</param>
    public Watch(PostgresServer server, Positions positions, Func<AccountId, CancellationToken, ValueTask<long>> confirm)
    {
        (_server, _positions, _confirm) = (server, positions, confirm);
        _running = Task.Run(RunAsync, CancellationToken.None);
    }

    /// <summary>Something was committed here; others are told soon.</summary>
    public void Hint(AccountId account, long revision) => _hints[account] = revision;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await WatchAsync(_stop.Token);
            }
            catch (Exception)
            {
                // Whatever it is, another connection may do better.
                await Task.WhenAny(Task.Delay(BetweenLooks, _stop.Token));
            }
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        await using var connection = (await _server.OpenAsync(cancellationToken)).Connection;
        connection.Notification += (_, hint) => Hear(hint.Payload);
        await connection.ExecuteAsync($"LISTEN {Channel}", cancellationToken);

        // A hint that is lost with the machine is no loss, and must not cost a write to the disk.
        await connection.ExecuteAsync("SET synchronous_commit = off", cancellationToken);
        for (var looked = 0L; ;)
        {
            await connection.WaitAsync(BetweenHints, cancellationToken);
            await TellAsync(connection, cancellationToken);
            if (Environment.TickCount64 - looked >= BetweenLooks.TotalMilliseconds)
            {
                looked = Environment.TickCount64;
                await _server.CompareClocksAsync(connection);
                LookAround();
            }
        }
    }

    private async Task TellAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (_hints.IsEmpty)
        {
            return;
        }

        var payload = new StringBuilder();
        foreach (var (account, revision) in _hints)
        {
            if (payload.Length + account.Value.Length > MostOfAPayload)
            {
                break;
            }

            _hints.TryRemove(new(account, revision));
            payload.Append(CultureInfo.InvariantCulture, $"{account}:{revision} ");
        }

        await connection.ExecuteAsync($"SELECT pg_notify('{Channel}', $1)", cancellationToken, payload.ToString());
    }

    private void Hear(string payload)
    {
        foreach (var hint in payload.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (hint.Split(':') is [var account, var text]
                && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
                && _positions.Find(_server.Epoch, new AccountId(account)) is { } position
                && position.Applied < revision
                && !position.WasAskedWithin(BetweenLooks))
            {
                _ = ConfirmAsync(position.Account);
            }
        }
    }

    private void LookAround()
    {
        foreach (var position in _positions.All.Where(position => position.WasAskedWithin(Lately)))
        {
            _ = ConfirmAsync(position.Account);
        }
    }

    private async Task ConfirmAsync(AccountId account)
    {
        try
        {
            await _confirm(account, _stop.Token);
        }
        catch (Exception exception) when (exception is StoreUnavailableException or OperationCanceledException)
        {
            // Whoever asks for the account will try for themselves.
        }
    }
}
