using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Access.Resources;

/// <summary>Registered resources of one type, by id.</summary>
public sealed class ListResources(IStore store)
{
    /// <param name="after">The last id seen; "" for the first page.</param>
    public ValueTask<Outcome<IReadOnlyList<Resource>>> RunAsync(
        Caller caller, string type, string after, int limit, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            async reads =>
            {
                var known = reads.ResourceTypeAsync(type);
                var resources = await reads.ResourcesAsync(type, after, limit);
                return await known is null ? ResourceRules.UnknownType(type) : Outcome.Of(resources);
            },
            cancellationToken);

    /// <summary>One resource.</summary>
    public ValueTask<Outcome<Resource>> FindAsync(Caller caller, string type, string id, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            async reads => await reads.ResourceAsync(type, id) ?? (Outcome<Resource>)ResourceRules.Unknown(type, id),
            cancellationToken);
}
