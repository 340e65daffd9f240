using Roster.Core.Access.Granting;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Model;

/// <summary>Makes up changes that may follow on what an account is; whoever made them would have kept to the rules of the core.</summary>
internal sealed partial class RandomHistory(Random random, ModelAccount model, Func<KeyId> nextKey)
{
    private const int MaxSet = 4;

    /// <summary>True where the account is not to be closed.</summary>
    public bool StaysOpen { get; init; }

    /// <summary>Keys that were minted, in order.</summary>
    public List<KeyId> Keys { get; } = [];

    /// <summary>Changes of one set, already applied to the model.</summary>
    public IReadOnlyList<Change> NextSet(Instant clock, string actor, Door door)
    {
        var first = model.Revision + 1;
        var set = new List<Change>();
        var size = random.Next(1, MaxSet + 1);
        while (set.Count < size && model.ClosedAt is null)
        {
            var now = model.MomentAt(clock).Now;
            if ((model.Revision == 0 ? new AccountOpened("An account") : Next(now)) is { } change)
            {
                model.Append(change, first, clock, actor, door);
                set.Add(change);
            }
        }

        return set;
    }

    private Change? Next(Instant now) => random.Next(54) switch
    {
        < 6 => CreateUser(),
        < 8 => ReviveUser(),
        < 11 => ChangeUser(),
        11 => Living(user => user.Active) is { } user ? new UserDeactivated(user.Id) : null,
        12 or 13 => Living(user => !user.Active) is { } user ? new UserActivated(user.Id) : null,
        14 => Living(user => user.Pending) is { } user ? new UserVerified(user.Id) : null,
        15 => Living() is { } user ? new UserDeleted(user.Id) : null,
        < 20 => CreateScope(),
        20 => AnyOf(model.Scopes) is { } scope ? new ScopeChanged(scope.Id, Maybe(Text() ?? ""), Maybe(Text()), ExternalIdOf(scope.Id)) : null,
        21 => AnyOf([.. model.Scopes.Where(scope => !model.Scopes.Any(child => child.Parent == scope.Id))]) is { } scope ? new ScopeEnded(scope.Id) : null,
        22 => Living(user => user.Verified) is { } user ? new UserUnverified(user.Id) : null,
        < 29 => GiveRole(now),
        29 or 30 => ChangeRole(now),
        31 => Held(now) is { } held ? new MembershipEnded(held.Member, held.Scope, held.Level) : null,
        32 or 33 => MintKey(now),
        34 => AnyOf(model.Keys) is { } key ? new KeyRevoked(key.Id, End(now) ?? now) : null,
        < 38 => IssueInvitation(now),
        38 => EndInvitation(),
        40 or 41 => DefineRole(),
        42 => AnyOf(model.Roles) is { } role
            ? new RoleRedefined(role.Role.Name, Text() ?? "", Kinds(), (Level)random.Next(1, 4), Permissions())
            : null,
        >= 44 and < 51 => ChangeAccess(),
        43 => AnyOf(model.Roles) is { } unheld && random.Next(3) == 0 ? new RoleRemoved(unheld.Role.Name) : null,
        51 or 52 => Places() is var places ? new RoleGroupChanged(OneOf(places), (Level)random.Next(1, 4), Text()) : null,
        _ => random.Next(10) == 0 && !StaysOpen ? new AccountClosed() : null,
    };

    private UserCreated? CreateUser()
    {
        var id = OneOf(Pool.Users);
        var name = OneOf(Pool.Names);
        return model.Users.Any(user => user.Id == id || user.Name.Fold == name.Fold) || model.Deleted.Any(deleted => deleted.User == id)
            ? null
            : new UserCreated(id, Coin(), Coin(), PersonNamed(name));
    }

    private UserRevived? ReviveUser()
    {
        var name = OneOf(Pool.Names);
        var deleted = model.Deleted.LastOrDefault(deleted => deleted.Fold == name.Fold);
        return deleted == default || model.Users.Any(user => user.Name.Fold == name.Fold)
            ? null
            : new UserRevived(deleted.User, Coin(), Coin(), PersonNamed(name));
    }

    private UserChanged? ChangeUser()
    {
        if (Living() is not { } user)
        {
            return null;
        }

        var name = OneOf(Pool.Names);
        var taken = model.Users.Any(other => other.Id != user.Id && other.Name.Fold == name.Fold);
        return new(user.Id, new PersonPatch(
            taken ? default : Maybe(name), Maybe(Text()), Maybe(Text()), Maybe(Text()), Maybe(Text()), Maybe(Text()), Maybe(Text()), Maybe(Text()), Maybe(Profile())));
    }

    private ScopeCreated? CreateScope()
    {
        var id = OneOf([.. Pool.Scopes]);
        var parent = id.Kind == ScopeKind.Connector
            ? AnyOf([.. model.Scopes.Where(scope => scope.Id.Kind == ScopeKind.Group)])?.Id
            : ScopeId.Account(model.Id);
        return parent is null || model.Scopes.Any(scope => scope.Id == id) || model.Ended.Contains(id)
            ? null
            : new ScopeCreated(id, parent.Value, Text() ?? "", Text(), Text(), ExternalIdOf(id).Or(null));
    }

    private RoleGiven? GiveRole(Instant now)
    {
        var scope = AnyScope();
        var role = OneOf(RolesIn(scope.Kind));
        return AnyMember(scope) is not { } member || model.Memberships.Any(held => held.IsThereAt(now) && held.IsOf(member.Id, scope))
            ? null
            : new RoleGiven(member.Id, member.Number, scope, role.Name, role.Level, role.Cascades, End(now));
    }

    /// <summary>A user, or a team where that is no team's own seat.</summary>
    private Member? AnyMember(ScopeId scope)
    {
        var team = scope.Kind == ScopeKind.Team ? null : AnyOf([.. model.Scopes.Where(it => it.Id.Kind == ScopeKind.Team)]);
        return team is not null && random.Next(3) == 0 ? Member.Of(team) : Living() is { } user ? Member.Of(user) : null;
    }

    private RoleDefined? DefineRole()
    {
        var name = OneOf(Pool.OwnRoles);
        return model.Roles.Any(role => role.Role.Name == name)
            ? null
            : new(name, Text() ?? "", Kinds(), (Level)random.Next(1, 4), Permissions());
    }

    private ScopeKind[] Kinds() => [ScopeKind.Account, .. Enum.GetValues<ScopeKind>().Where(kind => kind != ScopeKind.Account && Coin())];

    private Grant[] Permissions() => [.. Pool.Grants.Where(_ => Coin())];

    private IReadOnlyList<Role> RolesIn(ScopeKind kind) =>
        [.. Pool.RolesIn(kind), .. model.Roles.Select(role => role.Role).Where(role => role.IsGivenIn(kind))];

    private RoleChanged? ChangeRole(Instant now)
    {
        if (Held(now) is not { } held)
        {
            return null;
        }

        var role = OneOf(RolesIn(held.Scope.Kind));
        return new(held.Member, held.Scope, role.Name, role.Level, role.Cascades, End(now), held.Level);
    }

    private KeyMinted MintKey(Instant now)
    {
        var id = nextKey();
        Keys.Add(id);
        return new(
            id, Sample.Hash(id.Value), Text() ?? "", (Grants)random.Next(16), (Level)random.Next(4), Living()?.Id,
            [.. Pool.Texts.OfType<string>().Where(_ => Coin())], End(now));
    }

    private InvitationIssued? IssueInvitation(Instant now)
    {
        var id = OneOf(Pool.Invitations);
        return model.Invitations.Any(sent => sent.Id == id)
            || Living(user => !model.Invitations.Any(sent => sent.User == user.Id && sent.EndedAt is null)) is not { } user
            ? null
            : new InvitationIssued(id, user.Id, Sample.Hash(id.Value), End(now) ?? now, user.Name);
    }

    private Change? EndInvitation() => AnyOf([.. model.Invitations.Where(sent => sent.EndedAt is null)]) is not { } open
        ? null
        : Coin() ? new InvitationVoided(open.Id, open.User) : new InvitationAccepted(open.Id, open.User);

    private Person PersonNamed(UserName name) => new(name, Text(), Text(), Text(), Text(), Text(), Text(), Text(), Profile());

    private UserProfile? Profile() =>
        Coin() ? null : new(Text() ?? "{}", [.. Pool.Terms.Where(_ => Coin())]);

    private Optional<string?> ExternalIdOf(ScopeId scope) => scope.Kind == ScopeKind.Team ? Maybe(Text()) : default;

    /// <summary>Where levels are groups.</summary>
    private IReadOnlyList<ScopeId> Places() =>
        [ScopeId.Account(model.Id), .. model.Scopes.Select(scope => scope.Id).Where(id => id.Kind == ScopeKind.Organization)];

    private ScopeId AnyScope() => random.Next(3) == 0 ? ScopeId.Account(model.Id) : AnyOf(model.Scopes)?.Id ?? ScopeId.Account(model.Id);

    private User? Living(Func<User, bool>? which = null) => AnyOf([.. model.Users.Where(which ?? (_ => true))]);

    private Membership? Held(Instant now) => AnyOf([.. model.Memberships.Where(held => held.IsThereAt(now))])?.Membership;

    /// <summary>Mostly none; else soon, as the clock goes by minutes.</summary>
    private Instant? End(Instant now) => random.Next(3) > 0 ? null : now.Plus(TimeSpan.FromMinutes(random.Next(1, 30)));

    private string? Text() => OneOf(Pool.Texts);

    private Optional<T> Maybe<T>(T value) => Coin() ? value : default(Optional<T>);

    private bool Coin() => random.Next(2) == 0;

    private T OneOf<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    /// <summary>None where there is none.</summary>
    private T? AnyOf<T>(IReadOnlyList<T> values) => values.Count == 0 ? default : values[random.Next(values.Count)];
}
