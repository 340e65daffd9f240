using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>The account's state as a document, in an order that stays: users by name, scopes by id, memberships by place and name.</summary>
public sealed class ExportDocument(IStore store)
{
    private const int AtOnce = 2_000;

    public ValueTask<Outcome<Done>> RunAsync(Caller caller, IDocumentSink sink, CancellationToken cancellationToken) =>
        store.AskLongAsync(
            caller,
            async reads =>
            {
                sink.Begin(caller.Account);
                await AddUsersAsync(reads, sink);
                await AddScopesAsync(reads, ScopeKind.Organization, sink);
                await AddScopesAsync(reads, ScopeKind.Group, sink);
                await AddScopesAsync(reads, ScopeKind.Connector, sink);
                await AddMembershipsAsync(reads, sink);
                sink.End();
                return (Outcome<Done>)default(Done);
            },
            cancellationToken);

    private static async ValueTask AddUsersAsync(IReads reads, IDocumentSink sink)
    {
        for (var after = ""; ;)
        {
            var users = await reads.UsersByNameAsync(after, AtOnce);
            foreach (var user in users)
            {
                sink.Add(user);
            }

            if (users.Count < AtOnce)
            {
                return;
            }

            after = users[^1].Name.Fold;
        }
    }

    private static async ValueTask AddScopesAsync(IReads reads, ScopeKind kind, IDocumentSink sink)
    {
        var scopes = await Slices.AllAsync(page => reads.ScopesAsync(new(kind), page));
        foreach (var scope in scopes.OrderBy(scope => scope.Id.Id, StringComparer.Ordinal))
        {
            sink.Add(scope);
        }
    }

    private static async ValueTask AddMembershipsAsync(IReads reads, IDocumentSink sink)
    {
        var place = new List<NamedMembership>();
        for (var after = MemberPlace.Start; ;)
        {
            var memberships = await reads.MembershipsByPlaceAsync(after, AtOnce);
            foreach (var named in memberships.Where(named => named.Membership.Scope.Kind != ScopeKind.Team))
            {
                if (place.Count > 0 && place[0].Membership.Scope != named.Membership.Scope)
                {
                    AddPlace(place, sink);
                }

                place.Add(named);
            }

            if (memberships.Count < AtOnce)
            {
                AddPlace(place, sink);
                return;
            }

            after = new(memberships[^1].Membership.Scope, new(memberships[^1].Membership.Member.Id));
        }
    }

    private static void AddPlace(List<NamedMembership> place, IDocumentSink sink)
    {
        foreach (var named in place.OrderBy(named => named.Name.Fold, StringComparer.Ordinal))
        {
            sink.Add(named.Name, named.Membership);
        }

        place.Clear();
    }
}
