using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Access.Resources;

/// <summary>Types of resource that the account has defined, by name.</summary>
public sealed class ListResourceTypes(IStore store)
{
    /// <param name="after">The last name seen; "" for the first page.</param>
    public ValueTask<Outcome<IReadOnlyList<ResourceType>>> RunAsync(
        Caller caller, string after, int limit, CancellationToken cancellationToken) =>
        store.AskAsync(caller, async reads => Outcome.Of(await reads.ResourceTypesAsync(after, limit)), cancellationToken);

    /// <summary>One type.</summary>
    public ValueTask<Outcome<ResourceType>> FindAsync(Caller caller, string name, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            async reads => await reads.ResourceTypeAsync(name) ?? (Outcome<ResourceType>)ResourceRules.UnknownType(name),
            cancellationToken);
}
