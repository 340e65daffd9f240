using Roster.Core.Access.Graph;
using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Access;

/// <summary>Whether an account wants decisions to come with why: from memory, as it is asked with every question; while there is nothing there, from the store.</summary>
public sealed class ReasonsWanted(IStore store, AccessGraphs graphs)
{
    public ValueTask<Outcome<bool>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (Checks.Refusal(caller) is { } refused)
        {
            return new(refused);
        }

        var finding = graphs.FindAsync(caller, cancellationToken);
        return finding.IsCompletedSuccessfully ? AskAsync(caller, finding.Result, cancellationToken) : WaitAsync(caller, finding, cancellationToken);
    }

    private async ValueTask<Outcome<bool>> WaitAsync(Caller caller, ValueTask<AccountGraph?> finding, CancellationToken cancellationToken) =>
        await AskAsync(caller, await finding, cancellationToken);

    private ValueTask<Outcome<bool>> AskAsync(Caller caller, AccountGraph? graph, CancellationToken cancellationToken) => graph is not null
        ? new(graph.Data.Settings.ShowsReasons)
        : store.ReadAsync<bool>(
            caller.Account, async reads => await reads.AccessSettingsAsync() is { Settings.ShowsReasons: true }, cancellationToken);
}
