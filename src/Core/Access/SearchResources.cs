using Roster.Core.Access.Reading;
using Roster.Core.Access.Resources;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access;

/// <summary>Names to what of a type somebody may do something, in the order of the ids: registered resources, or scopes.</summary>
public sealed class SearchResources(IStore store)
{
    private const int Step = 100;

    /// <param name="after">Where the page before ended; "" for the first.</param>
    public ValueTask<Outcome<AccessPage>> RunAsync(
        Caller caller, ResourceSearch search, string after, int limit, CancellationToken cancellationToken) =>
        Checks.Refusal(caller) is { } refused
            ? new(refused)
            : store.ReadAsync<AccessPage>(caller.Account, async reads => await FindAsync(reads, search, after, limit), cancellationToken);

    private static async ValueTask<AccessPage> FindAsync(IReads reads, ResourceSearch search, string after, int limit)
    {
        var settings = await reads.SettingsAsync();
        var found = new List<string>();
        await foreach (var id in CandidatesAsync(reads, search.Type, after))
        {
            var question = new AccessQuestion(
                search.Subject, search.Action, search.ActionProperties, new(search.Type, id), search.Context);
            if (!await reads.IsPermittedAsync(settings, question))
            {
                continue;
            }

            if (found.Count == limit)
            {
                return new(found, found is [.., var last] ? last : after);
            }

            found.Add(id);
        }

        return new(found, null);
    }

    private static async IAsyncEnumerable<string> CandidatesAsync(IReads reads, string type, string after)
    {
        if (ResourceType.BuiltIn(type) is { } kind)
        {
            IEnumerable<string> ids = kind == ScopeKind.Account
                ? [reads.Account?.Id.Value ?? ""]
                : (await Slices.AllAsync(page => reads.ScopesAsync(new(kind), page))).Select(scope => scope.Id.Id).Order(Utf8Order.Instance);
            foreach (var id in ids.Where(id => Utf8Order.Instance.Compare(id, after) > 0))
            {
                yield return id;
            }

            yield break;
        }

        if (!Text.IsStorable(type))
        {
            yield break;
        }

        IReadOnlyList<Resource> resources;
        do
        {
            resources = await reads.ResourcesAsync(type, after, Step);
            foreach (var resource in resources)
            {
                after = resource.Id;
                yield return after;
            }
        }
        while (resources.Count == Step);
    }
}
