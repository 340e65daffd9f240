using Roster.Core.Storage;

namespace Roster.Core.Access.Subjects;

/// <summary>How the account wants to be asked.</summary>
public sealed class ShowAccessSettings(IStore store)
{
    public ValueTask<Outcomes.Outcome<KeptAccessSettings>> RunAsync(Caller caller, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            async reads => (Outcomes.Outcome<KeptAccessSettings>)(await reads.AccessSettingsAsync() ?? new(AccessSettings.Default, 0)),
            cancellationToken);
}
