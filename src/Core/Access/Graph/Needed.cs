using Roster.Core.Access.Granting;
using Roster.Core.Access.Reading;
using Roster.Core.Access.Resources;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access.Graph;

/// <summary>Reads what checks were found to need, all in one snapshot, and keeps it with the graph.</summary>
internal static class Needed
{
    /// <returns>The revision that the graph must have come to for what was read to count.</returns>
    public static async ValueTask<long> ReadAsync(
        IStore store, AccountId account, AccountGraph graph, IReadOnlyList<Need> needs, CancellationToken cancellationToken)
    {
        var read = await store.ReadAsync<IReadOnlyList<Action<long>>>(
            account, async reads => Outcome.Of<IReadOnlyList<Action<long>>>(await ReadAsync(reads, graph.Facts, needs)), cancellationToken);
        if (!read.Failed(out _))
        {
            foreach (var keep in read.Value)
            {
                keep(read.Revision);
            }
        }

        return read.Revision;
    }

    /// <summary>All are started before the first is awaited.</summary>
    private static async ValueTask<Action<long>[]> ReadAsync(IReads reads, Facts facts, IReadOnlyList<Need> needs) =>
        await Task.WhenAll(needs.Select(need => need.Kind switch
        {
            NeedKind.Name => ReadNameAsync(reads, facts, need),
            NeedKind.Subject => ReadSubjectAsync(reads, facts, need.Text),
            _ => ReadResourceAsync(reads, facts, need),
        }));

    private static async Task<Action<long>> ReadNameAsync(IReads reads, Facts facts, Need need)
    {
        if (!Text.IsStorable(need.Text) || await FoundSubject.FindUserAsync(reads, need.Identifier, need.Text) is not { } user)
        {
            return since => facts.Keep(need.Identifier, need.Text, (string?)null, since);
        }

        var known = SubjectFacts.Of(user, await reads.UserAttributesAsync(user.Id));
        return since =>
        {
            facts.Keep(need.Identifier, need.Text, user.Id.Value, since);
            facts.Keep(user.Id.Value, known, since);
        };
    }

    private static async Task<Action<long>> ReadSubjectAsync(IReads reads, Facts facts, string id)
    {
        var finding = reads.UserAsync(new UserId(id));
        var attributes = await reads.UserAttributesAsync(new UserId(id));
        var known = await finding is { } user ? SubjectFacts.Of(user, attributes) : null;
        return since => facts.Keep(id, known, since);
    }

    private static async Task<Action<long>> ReadResourceAsync(IReads reads, Facts facts, Need need)
    {
        var (type, resource) = (default(ResourceType), default(Resource));
        if (Text.IsStorable(need.Other) && Text.IsStorable(need.Text))
        {
            var defining = reads.ResourceTypeAsync(need.Other);
            resource = await reads.ResourceAsync(need.Other, need.Text);
            type = await defining;
        }

        return since =>
        {
            facts.Keep(need.Other, type, since);
            facts.Keep(need.Other, need.Text, resource, since);
        };
    }
}
