using Roster.Core.Access.Reading;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access;

/// <summary>Names what somebody may do to a resource by actions without properties.</summary>
public sealed class SearchActions(IStore store)
{
    /// <param name="after">Where the page before ended; "" for the first.</param>
    public ValueTask<Outcome<AccessPage>> RunAsync(
        Caller caller, ActionSearch search, string after, int limit, CancellationToken cancellationToken) =>
        Checks.Refusal(caller) is { } refused
            ? new(refused)
            : store.ReadAsync<AccessPage>(
                caller.Account, async reads => Pages.Cut(await FindAsync(reads, search), after, limit), cancellationToken);

    private static async ValueTask<SortedSet<string>> FindAsync(IReads reads, ActionSearch search)
    {
        var question = new AccessQuestion(search.Subject, "", null, search.Resource, search.Context);
        var names = new SortedSet<string>(Utf8Order.Instance);
        var found = QuestionReads.WhyAsync(
            reads, await reads.SettingsAsync(), question, grant => grant.On is null || grant.On == search.Resource.Type);
        await foreach (var reason in found)
        {
            names.Add(reason.Grant.Action);
        }

        return names;
    }
}
