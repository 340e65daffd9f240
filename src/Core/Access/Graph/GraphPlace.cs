using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access.Graph;

/// <summary>
/// Where one account's graph is, or is being made. It is made once, however many ask for it: what is committed meanwhile waits, and
/// is applied in its order when the snapshot has been read.
/// </summary>
internal sealed class GraphPlace(AccountId account, IStore store)
{
    private readonly Lock _turn = new();
    private List<CommittedSet>? _waiting;
    private Task<bool>? _making;
    private volatile AccountGraph? _graph;

    public AccountId Account => account;

    public AccountGraph? Graph => _graph;

    public void Applied(CommittedSet set)
    {
        lock (_turn)
        {
            _waiting?.Add(set);
            if (_graph is { } graph && !IsApplied(graph, set))
            {
                _graph = null;
            }
        }
    }

    /// <summary>What is known is not to be used any more, nor what is being read.</summary>
    public void Forget()
    {
        lock (_turn)
        {
            _graph = null;
            _waiting = null;
        }
    }

    /// <returns>True to the one for whom it was made; false to those who found it being made, and where it could not be.</returns>
    public Task<bool> MakeAsync()
    {
        lock (_turn)
        {
            if (_making is not null)
            {
                return WaitAsync(_making);
            }

            // Reading may take as long as the account is large, and not the caller's time.
            return _making = Task.Run(ReadAsync, CancellationToken.None);
        }
    }

    private static async Task<bool> WaitAsync(Task<bool> making)
    {
        await making;
        return false;
    }

    private async Task<bool> ReadAsync()
    {
        try
        {
            lock (_turn)
            {
                if (_graph is { } known && known.Epoch == store.Epoch)
                {
                    return false;
                }

                // From before the snapshot on, so that nothing is missed between the two.
                _waiting = [];
            }

            var epoch = store.Epoch;
            var read = await store.ReadLongAsync(account, ReadAsync, CancellationToken.None);
            return !read.Failed(out _) && TryTake(new(read.Value.Data, epoch, read.Revision, read.Value.ChangedAt));
        }
        catch (StoreUnavailableException)
        {
            // Who asks meanwhile is answered by the store, or told that it is away.
            return false;
        }
        finally
        {
            lock (_turn)
            {
                _waiting = null;
                _making = null;
            }
        }
    }

    private bool TryTake(AccountGraph graph)
    {
        lock (_turn)
        {
            // Something was missed, or cannot follow on the snapshot: who asks next begins anew.
            if (_waiting is not { } waiting || !waiting.TrueForAll(set => IsApplied(graph, set)))
            {
                return false;
            }

            _graph = graph;
            return true;
        }
    }

    /// <summary>Closing an account ends all that there is to ask. What fails to be applied is not kept either: it can be read again.</summary>
    private static bool IsApplied(AccountGraph graph, CommittedSet set)
    {
        try
        {
            return !set.Changes.Any(change => change is AccountClosed) && graph.TryApply(set);
        }
        catch (Exception)
        {
            return false;
        }
    }

    private async ValueTask<Outcome<(GraphData Data, Instant ChangedAt)>> ReadAsync(IReads reads)
    {
        if (reads.Account is not { ClosedAt: null } known)
        {
            return ScopeReads.Unknown(ScopeId.Account(account));
        }

        var data = new GraphData(account);
        foreach (var role in await Slices.AllAsync(reads.CustomRolesAsync))
        {
            data.RoleNames.Define(role.Role.Name, role.Role.Permissions);
        }

        data.Settings = (await reads.AccessSettingsAsync())?.Settings ?? data.Settings;
        await reads.ScanAccessAsync(data);
        return (data, known.ChangedAt);
    }
}
