using Roster.Core.Access.Reading;
using Roster.Core.Access.Subjects;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Access;

/// <summary>Names who may do something to a resource, in the order of their own ids.</summary>
public sealed class SearchSubjects(IStore store)
{
    private const int Step = 100;

    /// <param name="after">Where the page before ended; "" for the first.</param>
    public ValueTask<Outcome<AccessPage>> RunAsync(
        Caller caller, SubjectSearch search, string after, int limit, CancellationToken cancellationToken) =>
        Checks.Refusal(caller) is { } refused
            ? new(refused)
            : store.ReadAsync<AccessPage>(caller.Account, async reads => await FindAsync(reads, search, after, limit), cancellationToken);

    private static async ValueTask<AccessPage> FindAsync(IReads reads, SubjectSearch search, string after, int limit)
    {
        var settings = await reads.SettingsAsync();
        if (settings.Find(search.Type) is not { } type)
        {
            return new([], null);
        }

        var found = new List<string>();
        var last = after;
        await foreach (var (id, name) in CandidatesAsync(reads, type, after))
        {
            var question = new AccessQuestion(
                new(search.Type, name), search.Action, search.ActionProperties, search.Resource, search.Context);
            if (!await reads.IsPermittedAsync(settings, question))
            {
                continue;
            }

            if (found.Count == limit)
            {
                return new(found, last);
            }

            found.Add(name);
            last = id;
        }

        return new(found, null);
    }

    /// <summary>Everybody of the type, by their own ids, with what names them.</summary>
    private static async IAsyncEnumerable<(string Id, string Name)> CandidatesAsync(IReads reads, SubjectType type, string after)
    {
        if (type.Kind == MemberKind.Team)
        {
            var teams = await Slices.AllAsync(page => reads.ScopesAsync(new(ScopeKind.Team), page));
            foreach (var id in teams.Select(team => team.Id.Id).Order(Utf8Order.Instance).Where(id => Utf8Order.Instance.Compare(id, after) > 0))
            {
                yield return (id, id);
            }

            yield break;
        }

        IReadOnlyList<User> users;
        do
        {
            users = await reads.UsersByIdAsync(after, Step);
            foreach (var user in users)
            {
                after = user.Id.Value;
                if (await FoundSubject.NameAsync(reads, type.Identifier, user) is { } name)
                {
                    yield return (after, name);
                }
            }
        }
        while (users.Count == Step);
    }
}
