using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>
/// The account's state as a document, in an order that stays: roles and users by name, scopes by id, memberships by place and name. What
/// is held in memory meanwhile does not grow with the number of users.
/// </summary>
public sealed class ExportDocument(IStore store)
{
    private const int AtOnce = 2_000;

    /// <summary>Of a place with more members they are asked for by the users' names; of all others they are read by id and sorted.</summary>
    internal int MostSorted { get; init; } = 50_000;

    public ValueTask<Outcome<Done>> RunAsync(Caller caller, IDocumentSink sink, CancellationToken cancellationToken) =>
        store.AskLongAsync(
            caller,
            async reads =>
            {
                sink.Begin(caller.Account);
                await AddRolesAsync(reads, sink);
                await EachUserAsync(reads, users =>
                {
                    users.ForEach(sink.Add);
                    return ValueTask.CompletedTask;
                });
                var teams = await AddScopesAsync(reads, ScopeKind.Team, sink);
                await AddScopesAsync(reads, ScopeKind.Organization, sink);
                await AddScopesAsync(reads, ScopeKind.Group, sink);
                await AddScopesAsync(reads, ScopeKind.Connector, sink);
                await new MembershipExport(reads, sink, MostSorted).RunAsync(teams);
                sink.End();
                return (Outcome<Done>)default(Done);
            },
            cancellationToken);

    /// <summary>All users by name, some at a time.</summary>
    internal static async ValueTask EachUserAsync(IReads reads, Func<List<User>, ValueTask> take)
    {
        for (var after = ""; ;)
        {
            var users = await reads.UsersByNameAsync(after, AtOnce);
            await take([.. users.Items]);
            if (users.Next is null)
            {
                return;
            }

            after = users.Items[^1].Name.Fold;
        }
    }

    private static async ValueTask AddRolesAsync(IReads reads, IDocumentSink sink)
    {
        var roles = await Slices.AllAsync(reads.CustomRolesAsync);
        foreach (var custom in roles.OrderBy(custom => custom.Role.Name, StringComparer.Ordinal))
        {
            sink.Add(custom.Role);
        }
    }

    private static async ValueTask<List<Scope>> AddScopesAsync(IReads reads, ScopeKind kind, IDocumentSink sink)
    {
        var scopes = await Slices.AllAsync(page => reads.ScopesAsync(new(kind), page));
        scopes.Sort((left, right) => string.CompareOrdinal(left.Id.Id, right.Id.Id));
        scopes.ForEach(sink.Add);
        return scopes;
    }
}
