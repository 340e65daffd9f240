using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>The account as the changes so far would leave it: what a store's tables would say, as far as a plan asks.</summary>
internal sealed class Draft(KnownState known, Caller caller)
{
    private readonly Dictionary<UserId, User?> _users = [];
    private readonly Dictionary<string, UserId?> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UserId> _deletedNames = new(StringComparer.Ordinal);
    private readonly Dictionary<ScopeId, Scope?> _scopes = [];
    private readonly Dictionary<ScopeId, int> _connectors = [];
    private readonly Dictionary<MemberId, Dictionary<ScopeId, Membership?>> _memberships = [];
    private readonly Dictionary<string, CustomRole?> _roles = new(StringComparer.Ordinal);

    /// <summary>Who has lost all roles, and whether the seats in teams with them.</summary>
    private readonly Dictionary<UserId, bool> _emptied = [];
    private readonly HashSet<UserId> _owners = [.. known.Owners];

    /// <summary>How many of the memberships here have the role.</summary>
    private readonly Dictionary<string, int> _holders = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, Membership>> _knownByRole =
        new(() => known.Memberships.All.ToLookup(held => held.Role, StringComparer.Ordinal));

    public KnownState Known => known;

    public IReadOnlyCollection<UserId> Owners => _owners;

    public User? User(UserId id) => _users.TryGetValue(id, out var user) ? user : known.Users[id];

    public User? Named(string fold) =>
        _names.TryGetValue(fold, out var id) ? id is { } now ? User(now) : null : known.Names[fold];

    public UserId? DeletedNamed(string fold) => _deletedNames.TryGetValue(fold, out var id) ? id : known.DeletedNames[fold];

    public bool IsUsed(UserId id) => _users.ContainsKey(id) || known.UsedUserIds[id];

    public Scope? Scope(ScopeId id) => _scopes.TryGetValue(id, out var scope) ? scope : known.Scopes[id];

    public bool Exists(ScopeId id) => id == known.AccountScope || Scope(id) is not null;

    public bool IsUsed(ScopeId id) => _scopes.ContainsKey(id) || known.IsUsed(id);

    public bool HasConnectors(ScopeId group) => known.ConnectorsIn(group) + _connectors.GetValueOrDefault(group) > 0;

    public Membership? Membership(MemberId member, ScopeId scope) =>
        _memberships.TryGetValue(member, out var own) && own.TryGetValue(scope, out var membership) ? membership
        : HasLost(member, scope) || IsNew(member) ? null
        : known.Memberships[(member, scope)];

    public CustomRole? OwnRole(string name) => _roles.TryGetValue(name, out var role) ? role : known.OwnRoles.GetValueOrDefault(name);

    public Role? RoleNamed(string? name) => name is null ? null : StandardRoles.Find(name) ?? OwnRole(name)?.Role;

    /// <summary>Of a role whose holders were read.</summary>
    public bool IsHeld(string role) =>
        _holders.GetValueOrDefault(role) > 0
        || (known.HeldRoles[role] && _knownByRole.Value[role].Any(held =>
            !IsEnded(held.Scope) && !IsGone(held.Member) && Membership(held.Member, held.Scope)?.Role == role));

    private bool IsEnded(ScopeId id) => _scopes.TryGetValue(id, out var scope) && scope is null;

    private bool IsGone(MemberId member) => member.Kind == MemberKind.Team
        ? IsEnded(ScopeId.Team(member.Id))
        : _users.TryGetValue(new(member.Id), out var user) && user is null;

    private bool HasLost(MemberId member, ScopeId scope) =>
        member.Kind == MemberKind.User && _emptied.TryGetValue(new(member.Id), out var withSeats) && (withSeats || scope.Kind != ScopeKind.Team);

    private bool IsNew(MemberId member)
    {
        var (user, team) = (new UserId(member.Id), ScopeId.Team(member.Id));
        return member.Kind == MemberKind.User
            ? _users.GetValueOrDefault(user) is not null && !(known.Users.Knows(user) && known.Users[user] is not null)
            : _scopes.GetValueOrDefault(team) is not null && !(known.Scopes.Knows(team) && known.Scopes[team] is not null);
    }

    /// <param name="index">The change's place in the set.</param>
    public void Apply(Change change, Moment moment, int index)
    {
        var (number, now) = (moment.Number(index), moment.Now);
        switch (change)
        {
            case UserCreated c:
                Put(PersonRules.Begin(c.User, c.Person, c.Active, c.Pending, number, now));
                break;
            case UserRevived c:
                Put(PersonRules.Begin(c.User, c.Person, c.Active, c.Pending, number, now));
                break;
            case UserChanged c:
                Change(User(c.User)!, c.Person, number, now);
                break;
            case UserActivated c:
                Put(User(c.User)! with { Active = true, ChangedIn = number, ChangedAt = now });
                break;
            case UserDeactivated c:
                Empty(c.User, withSeats: false);
                Put(User(c.User)! with { Active = false, ChangedIn = number, ChangedAt = now });
                break;
            case UserUnverified c:
                Put(User(c.User)! with { Verified = false, ChangedIn = number, ChangedAt = now });
                break;
            case UserDeleted c:
                Delete(User(c.User)!);
                break;
            case InvitationVoided:
                break;
            case RoleGiven c:
                Hold(c.Member, c.Scope, MembershipRules.After(c, null, moment, index, caller.Actor.Name, caller.Door));
                break;
            case RoleChanged c:
                var held = Membership(c.Member, c.Scope);
                Hold(c.Member, c.Scope, MembershipRules.After(c, held, moment, index, caller.Actor.Name, caller.Door));
                break;
            case MembershipEnded c:
                Hold(c.Member, c.Scope, null);
                break;
            case ScopeCreated c:
                _scopes[c.Scope] = new(c.Scope, c.Parent, number, c.Name, c.Service, c.Settings, now, number, now);
                Count(c.Scope, c.Parent, 1);
                break;
            case ScopeChanged c:
                Change(Scope(c.Scope)!, c, number, now);
                break;
            case ScopeEnded c:
                Count(c.Scope, Scope(c.Scope)!.Parent, -1);
                _scopes[c.Scope] = null;
                break;
            case RoleDefined c:
                Put(RoleRules.Custom(c.Name, c.Description, c.Kinds, c.Level, c.Permissions), number, now);
                break;
            case RoleRedefined c:
                Put(RoleRules.Custom(c.Name, c.Description, c.Kinds, c.Level, c.Permissions), number, now);
                break;
            case RoleRemoved c:
                _roles[c.Name] = null;
                break;
            default:
                throw new NotSupportedException($"No plan makes {change.GetType().Name}.");
        }
    }

    private void Change(User user, PersonPatch person, long number, Instant now)
    {
        _names[user.Name.Fold] = null;
        Put(PersonRules.Apply(user, person) with { ChangedIn = number, ChangedAt = now });
    }

    private void Change(Scope scope, ScopeChanged c, long number, Instant now) => _scopes[scope.Id] = scope with
    {
        Name = c.Name.Or(scope.Name), Settings = c.Settings.Or(scope.Settings), ChangedIn = number, ChangedAt = now,
    };

    private void Put(Role role, long number, Instant now) => _roles[role.Name] = new(role, number, now, number, now);

    private void Delete(User user)
    {
        Empty(user.Id, withSeats: true);
        _users[user.Id] = null;
        _names[user.Name.Fold] = null;
        _deletedNames[user.Name.Fold] = user.Id;
        _owners.Remove(user.Id);
    }

    private void Empty(UserId user, bool withSeats)
    {
        _emptied[user] = withSeats || _emptied.GetValueOrDefault(user);
        if (_memberships.TryGetValue(MemberId.User(user), out var own))
        {
            foreach (var scope in own.Keys.Where(scope => withSeats || scope.Kind != ScopeKind.Team).ToList())
            {
                CountHolder(own[scope], -1);
                own.Remove(scope);
            }
        }
    }

    private void Put(User user)
    {
        _users[user.Id] = user;
        _names[user.Name.Fold] = user.Id;
        NoteOwner(user.Id);
    }

    private void Hold(MemberId member, ScopeId scope, Membership? membership)
    {
        if (!_memberships.TryGetValue(member, out var own))
        {
            _memberships.Add(member, own = []);
        }

        CountHolder(own.GetValueOrDefault(scope), -1);
        CountHolder(membership, 1);
        own[scope] = membership;
        if (scope == known.AccountScope && member.Kind == MemberKind.User)
        {
            NoteOwner(new(member.Id));
        }
    }

    private void NoteOwner(UserId id)
    {
        if (User(id) is { } user && MembershipRules.IsOwner(user, Membership(MemberId.User(id), known.AccountScope)))
        {
            _owners.Add(id);
        }
        else
        {
            _owners.Remove(id);
        }
    }

    private void CountHolder(Membership? held, int change)
    {
        if (held is not null)
        {
            _holders[held.Role] = _holders.GetValueOrDefault(held.Role) + change;
        }
    }

    private void Count(ScopeId scope, ScopeId parent, int change)
    {
        if (scope.Kind == ScopeKind.Connector)
        {
            _connectors[parent] = _connectors.GetValueOrDefault(parent) + change;
        }
    }
}
