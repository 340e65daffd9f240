using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access;

/// <summary>Whether an account wants decisions to come with why. Kept while the account does not change, since it is asked with every question.</summary>
public sealed class ReasonsWanted(IStore store)
{
    private const int Many = 10_000;

    private readonly ConcurrentDictionary<AccountId, Known> _known = new();

    /// <param name="revision">The account's latest, as confirmed for the request.</param>
    public ValueTask<Outcome<bool>> RunAsync(Caller caller, long revision, CancellationToken cancellationToken) =>
        Checks.Refusal(caller) is { } refused ? new(refused)
        : _known.TryGetValue(caller.Account, out var known) && known.Revision == revision && known.Epoch == store.Epoch ? new(known.Wanted)
        : ReadAsync(caller.Account, cancellationToken);

    private async ValueTask<Outcome<bool>> ReadAsync(AccountId account, CancellationToken cancellationToken)
    {
        var epoch = store.Epoch;
        var read = await store.ReadAsync<bool>(
            account, async reads => await reads.AccessSettingsAsync() is { Settings.ShowsReasons: true }, cancellationToken);
        if (read.Fault is null)
        {
            if (_known.Count >= Many)
            {
                _known.Clear();
            }

            _known[account] = new(epoch, read.Revision, read.Value);
        }

        return read;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Known(string Epoch, long Revision, bool Wanted);
}
