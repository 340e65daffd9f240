using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Scopes;

/// <summary>One organization, group or connector.</summary>
public sealed class FindScope(IStore store)
{
    public ValueTask<Outcome<Scope>> RunAsync(Caller caller, ScopeId scope, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            scope,
            async reads => await reads.ScopeAsync(scope) is { } found ? found : (Outcome<Scope>)ScopeReads.Unknown(scope),
            cancellationToken);
}
