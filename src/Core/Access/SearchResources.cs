using System.Text;
using Roster.Core.Access.Graph;
using Roster.Core.Access.Resources;
using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Access;

/// <summary>Names to what of a type somebody may do something, in the order of the ids: registered resources, or scopes.</summary>
public sealed class SearchResources(IStore store, AccessGraphs graphs, CheckAccess check)
{
    private readonly Func<long> _now = () => store.Now.Microseconds;

    /// <param name="after">Where the page before ended; "" for the first.</param>
    public async ValueTask<Outcome<AccessPage>> RunAsync(
        Caller caller, ResourceSearch search, string after, int limit, CancellationToken cancellationToken)
    {
        if (Checks.Refusal(caller) is { } refused)
        {
            return refused;
        }

        var page = new PageDraft(limit);
        var last = after;
        while (true)
        {
            var ids = await CandidatesAsync(caller, search.Type, last, page.Step, cancellationToken);
            var answers = await check.RunAsync(caller, [.. ids.Select(id => Question(search, id))], cancellationToken);
            if (answers.Failed(out var fault))
            {
                return fault;
            }

            for (var i = 0; i < ids.Count; i++)
            {
                if (answers.Value[i] && !page.TryAdd(ids[i], ids[i]))
                {
                    return Outcome.Of(page.Cut(after)).At(answers.Revision);
                }
            }

            if (ids.Count < page.Step)
            {
                return Outcome.Of(page.Whole).At(answers.Revision);
            }

            last = ids[^1];
            page.Widen();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static AccessQuestion Question(ResourceSearch search, string id) =>
        new(search.Subject, search.Action, search.ActionProperties, new(search.Type, id), search.Context);

    private async ValueTask<IReadOnlyList<string>> CandidatesAsync(
        Caller caller, string type, string after, int step, CancellationToken cancellationToken)
    {
        if (ResourceType.BuiltIn(type) is not { } kind)
        {
            return Values.Text.IsStorable(type) ? await RegisteredAsync(caller, type, after, step, cancellationToken) : [];
        }

        return await graphs.LoadAsync(caller, cancellationToken) is { } graph
            ? new ScopesOfKind(graph, _now, (byte)kind, Encoding.UTF8.GetBytes(after), step).Next()
            : [];
    }

    /// <summary>What is read with them is kept for the questions that follow.</summary>
    private async ValueTask<IReadOnlyList<string>> RegisteredAsync(
        Caller caller, string type, string after, int step, CancellationToken cancellationToken)
    {
        var graph = await graphs.FindAsync(caller, cancellationToken);
        var read = await store.ReadAsync(
            caller.Account,
            async reads =>
            {
                var defining = reads.ResourceTypeAsync(type);
                var resources = await reads.ResourcesAsync(type, after, step);
                return Outcome.Of((Type: await defining, Resources: resources));
            },
            cancellationToken);
        if (read.Failed(out _))
        {
            return [];
        }

        graph?.Facts.Keep(type, read.Value.Type, read.Revision);
        foreach (var resource in read.Value.Resources)
        {
            graph?.Facts.Keep(type, resource.Id, resource, read.Revision);
        }

        return [.. read.Value.Resources.Select(resource => resource.Id)];
    }
}
