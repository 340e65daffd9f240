using Roster.Core.Access;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Accounts;
using Roster.Core.Invitations;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Model;

/// <summary>An account as a newcomer would keep it: lists, and what each change says about them. No store was looked at to write it.</summary>
internal sealed partial class ModelAccount(AccountId id)
{
    public AccountId Id => id;

    public string Name { get; private set; } = "";

    public Instant CreatedAt { get; private set; }

    public Instant ChangedAt { get; private set; }

    public Instant? ClosedAt { get; private set; }

    public long Revision => Log.Count;

    public List<User> Users { get; } = [];

    /// <summary>In the order of their deletion, with the name that they had.</summary>
    public List<(UserId User, string Fold)> Deleted { get; } = [];

    public List<Scope> Scopes { get; } = [];

    public List<ScopeId> Ended { get; } = [];

    public List<ModelMembership> Memberships { get; } = [];

    /// <summary>What is kept of levels in the account and in organizations, and since when.</summary>
    public Dictionary<(ScopeId Scope, Level Level), (string? ExternalId, long ChangedIn, Instant ChangedAt)> RoleGroups { get; } = [];

    public Dictionary<UserId, IReadOnlyList<UserTerm>> Terms { get; } = [];

    public List<CustomRole> Roles { get; } = [];

    public KeptAccessSettings? AccessSettings { get; private set; }

    public Dictionary<UserId, Attributes> Attributes { get; } = [];

    public List<ResourceType> ResourceTypes { get; } = [];

    public List<Resource> Resources { get; } = [];

    public List<ApiKey> Keys { get; } = [];

    public List<Invitation> Invitations { get; } = [];

    public List<LogEntry> Log { get; } = [];

    public Account? AsAccount() =>
        Revision == 0 ? null : new(id, Name, Revision, CreatedAt, ChangedAt, ClosedAt);

    /// <summary>What a write at that time of the store's clock goes by.</summary>
    public Moment MomentAt(Instant clock) => new(Instant.Later(clock, ChangedAt), Revision);

    /// <summary>One more change of the set that began with the revision <paramref name="first"/>.</summary>
    public void Append(Change change, long first, Instant clock, string actor, Door door)
    {
        ChangedAt = MomentAt(clock).Now;
        Log.Add(new(Revision + 1, first, ChangedAt, actor, door, change));
        Apply(change, ChangedAt, actor, door);
    }
}

/// <param name="Cascades">Its holder is listed in every group.</param>
internal sealed record ModelMembership(Membership Membership, bool Cascades)
{
    public bool IsOf(MemberId member, ScopeId scope) => Membership.Member == member && Membership.Scope == scope;

    public bool IsThereAt(Instant now) => Membership.Until is not { } until || now < until;
}
