using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Scopes;

/// <summary>Scopes of one kind in creation order; those of a parent only where it exists.</summary>
public sealed class ListScopes(IStore store)
{
    public ValueTask<Outcome<Slice<Scope>>> RunAsync(
        Caller caller, ScopeFilter filter, Page page, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            filter.Parent ?? ScopeId.Account(caller.Account),
            async reads =>
            {
                var exists = filter.Parent is { } parent ? reads.ExistsAsync(parent) : new(true);
                var scopes = await reads.ScopesAsync(filter, page);
                return await exists ? scopes : (Outcome<Slice<Scope>>)ScopeReads.Unknown(filter.Parent!.Value);
            },
            cancellationToken);

    /// <summary>All organizations that the account manages, by id.</summary>
    public ValueTask<Outcome<IReadOnlyList<Scope>>> OrganizationsAsync(Caller caller, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            async reads => Outcome.Of<IReadOnlyList<Scope>>(await reads.OrganizationsAsync()),
            cancellationToken);
}
