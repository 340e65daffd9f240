using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>Memberships that were given (none that follow from a role above), in the order in which they began.</summary>
public sealed class ListMemberships(IStore store)
{
    /// <summary>An id in the filter that nobody has matches nothing.</summary>
    public ValueTask<Outcome<Slice<Membership>>> RunAsync(
        Caller caller, MembershipFilter filter, Page page, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            filter.Scope ?? ScopeId.Account(caller.Account),
            async reads => (Outcome<Slice<Membership>>)await reads.MembershipsAsync(filter, page),
            cancellationToken);

    /// <summary>One member's memberships in scopes of one kind; the member must exist.</summary>
    public ValueTask<Outcome<Slice<Membership>>> OfMemberAsync(
        Caller caller, MemberRef reference, ScopeKind kind, Page page, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            async reads =>
            {
                var (member, held) = await reference.FindAsync(reads, id => reads.MembershipsAsync(new(id, kind), page));
                return member is null ? reference.Unknown() : (Outcome<Slice<Membership>>)held!;
            },
            cancellationToken);
}
