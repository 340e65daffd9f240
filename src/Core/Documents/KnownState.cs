using Roster.Core.Invitations;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>What was read of an account, all of it or a part: all that a difference, and the rules that it goes through, look at.</summary>
internal sealed class KnownState
{
    private readonly Dictionary<ScopeId, int> _connectors = [];

    public KnownState(AccountId account)
    {
        Account = account;
        Scopes = new(id => WholeKinds.Contains(id.Kind));
        Memberships = new(key => WholeScopes.Contains(key.Scope));
    }

    public AccountId Account { get; }

    public ScopeId AccountScope => ScopeId.Account(Account);

    public Lookup<UserId, User> Users { get; } = new();

    /// <summary>By fold.</summary>
    public Lookup<string, User> Names { get; } = new();

    /// <summary>By fold: the latest who was deleted.</summary>
    public Lookup<string, UserId?> DeletedNames { get; } = new();

    /// <summary>Living and deleted.</summary>
    public Lookup<UserId, bool> UsedUserIds { get; } = new();

    public Lookup<UserId, Invitation> OpenInvitations { get; } = new();

    /// <summary>Of any role.</summary>
    public Lookup<UserId, Level> HighestLevels { get; } = new();

    /// <summary>The account is not among them.</summary>
    public Lookup<ScopeId, Scope> Scopes { get; }

    /// <summary>Living and ended.</summary>
    public Lookup<ScopeId, bool> UsedScopeIds { get; } = new();

    public Lookup<(MemberId Member, ScopeId Scope), Membership> Memberships { get; }

    /// <summary>Those that the account has defined, all of them, by name.</summary>
    public Dictionary<string, CustomRole> OwnRoles { get; } = new(StringComparer.Ordinal);

    /// <summary>Roles of the account's own of which all memberships were read.</summary>
    public Lookup<string, bool> HeldRoles { get; } = new();

    /// <summary>Kinds of which all scopes were read.</summary>
    public HashSet<ScopeKind> WholeKinds { get; } = [];

    /// <summary>Scopes of which all memberships were read.</summary>
    public HashSet<ScopeId> WholeScopes { get; } = [];

    /// <summary>Groups of which all connectors were read.</summary>
    public HashSet<ScopeId> WholeGroups { get; } = [];

    /// <summary>More owners than can be lost, or all.</summary>
    public IReadOnlyList<UserId> Owners { get; set; } = [];

    public void Add(User user) => Users[user.Id] = Names[user.Name.Fold] = user;

    public void Add(Scope scope)
    {
        if (scope.Id.Kind == ScopeKind.Connector && !(Scopes.Knows(scope.Id) && Scopes[scope.Id] is not null))
        {
            _connectors[scope.Parent] = _connectors.GetValueOrDefault(scope.Parent) + 1;
        }

        Scopes[scope.Id] = scope;
    }

    public void Add(Membership membership) => Memberships[(membership.Member, membership.Scope)] = membership;

    /// <summary>The role of exactly that name, or null.</summary>
    public Role? RoleNamed(string? name) => name is null ? null : StandardRoles.Find(name) ?? OwnRoles.GetValueOrDefault(name)?.Role;

    public bool Exists(ScopeId scope) => scope == AccountScope || Scopes[scope] is not null;

    /// <summary>An organization cannot have the account's own id either.</summary>
    public bool IsUsed(ScopeId scope) => scope == ScopeId.Organization(Account.Value) || UsedScopeIds[scope];

    public bool KnowsConnectorsOf(ScopeId group) => WholeKinds.Contains(ScopeKind.Connector) || WholeGroups.Contains(group);

    /// <summary>Of a group whose connectors were all read.</summary>
    public int ConnectorsIn(ScopeId group) => KnowsConnectorsOf(group)
        ? _connectors.GetValueOrDefault(group)
        : throw new InvalidOperationException($"A plan rests on the connectors of '{group.Id}', which were not read.");
}
