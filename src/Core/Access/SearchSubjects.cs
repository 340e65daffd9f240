using System.Text;
using Roster.Core.Access.Graph;
using Roster.Core.Access.Reading;
using Roster.Core.Access.Subjects;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Access;

/// <summary>
/// Names who may do something to a resource, in the order of their own ids. Who could is found in memory; each is then asked about
/// as any question is, so that both say the same.
/// </summary>
public sealed class SearchSubjects(IStore store, AccessGraphs graphs, CheckAccess check)
{
    private readonly Func<long> _now = () => store.Now.Microseconds;

    /// <param name="after">Where the page before ended; "" for the first.</param>
    public async ValueTask<Outcome<AccessPage>> RunAsync(
        Caller caller, SubjectSearch search, string after, int limit, CancellationToken cancellationToken)
    {
        if (Checks.Refusal(caller) is { } refused)
        {
            return refused;
        }

        var place = await store.ReadAsync(
            caller.Account,
            async reads => Outcome.Of((await FoundResource.FindAsync(reads, search.Resource.Type, search.Resource.Id))?.Scopes[0]),
            cancellationToken);
        if (place.Failed(out var fault))
        {
            return fault;
        }

        // Of what is known to be there the graph has to know, too.
        caller = caller with { Confirmed = Math.Max(caller.Confirmed, place.Revision) };
        var page = new PageDraft(limit);
        var last = after;
        while (place.Value is { } scope && await graphs.LoadAsync(caller, cancellationToken) is { } graph)
        {
            var type = graph.Data.Settings.Find(search.Type);
            var candidates = type is null ? [] : Find(graph, search, scope, type, last, page.Step);
            var names = await NamesAsync(caller, type, candidates, cancellationToken);
            var answers = await check.RunAsync(caller, [.. names.Select(named => Question(search, named.Name))], cancellationToken);
            if (answers.Failed(out fault))
            {
                return fault;
            }

            for (var i = 0; i < names.Count; i++)
            {
                if (answers.Value[i] && !page.TryAdd(names[i].Name, names[i].Id))
                {
                    return Outcome.Of(page.Cut(after)).At(answers.Revision);
                }
            }

            if (candidates.Count < page.Step)
            {
                return Outcome.Of(page.Whole).At(answers.Revision);
            }

            last = candidates[^1];
            page.Widen();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return Outcome.Of(new AccessPage([], null)).At(place.Revision);
    }

    private static AccessQuestion Question(SubjectSearch search, string name) =>
        new(new(search.Type, name), search.Action, search.ActionProperties, search.Resource, search.Context);

    /// <summary>The next of those who have some role on the resource that may permit it.</summary>
    private IReadOnlyList<string> Find(AccountGraph graph, SubjectSearch search, ScopeId scope, SubjectType type, string after, int limit)
    {
        var number = graph.Look(_now, scope, static (ref look, asked) => look.Data.FindScope(asked), out _);
        return number < 0
            ? []
            : new Candidates(
                graph, _now, search.Action, search.Resource.Type, type.Kind == MemberKind.Team, Encoding.UTF8.GetBytes(after), limit).Find(number);
    }

    /// <summary>What names each in requests; who has no such name is left out.</summary>
    private async ValueTask<IReadOnlyList<(string Id, string Name)>> NamesAsync(
        Caller caller, SubjectType? type, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (type is null or { Identifier: SubjectIdentifier.Id })
        {
            return [.. ids.Select(id => (id, id))];
        }

        var named = await store.ReadAsync(
            caller.Account,
            async reads => Outcome.Of(await Task.WhenAll(ids.Select(id => FoundSubject.NameAsync(reads, type.Identifier, new Values.UserId(id))))),
            cancellationToken);
        return named.Failed(out _) ? [] : [.. ids.Zip(named.Value).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!))];
    }
}
