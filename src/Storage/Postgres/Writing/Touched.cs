using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Storage.Postgres.Writing;

/// <summary>What a round's changes have made untrue. A rule that read any of it must read again.</summary>
/// <remarks>A kind of change that nobody describes here touches everything: forgetting costs speed, never truth.</remarks>
internal sealed class Touched
{
    private readonly HashSet<Fact> _facts = [];

    public bool Meets(IReadOnlyCollection<Fact> read)
    {
        if (_facts.Count == 0 || read.Count == 0)
        {
            return false;
        }

        return _facts.Contains(Fact.Everything) || read.Any(fact => fact == Fact.Everything || _facts.Contains(fact));
    }

    public void Add(IReadOnlyList<Change> changes)
    {
        foreach (var change in changes)
        {
            Add(change);
        }
    }

    public void Add(IReadOnlyList<Note> notes)
    {
        foreach (var note in notes)
        {
            Add(Fact.Note(note.Name));
        }
    }

    private void Add(Change change)
    {
        switch (change)
        {
            case ScopeCreated c:
                AddScope(c.Scope);
                break;
            case ScopeChanged c:
                AddScope(c.Scope);
                break;
            case RoleGroupChanged:
                Add(Fact.Any(FactKind.RoleGroups));
                break;
            case UserCreated c:
                Add(Fact.User(c.User), Fact.Name(c.Person.Name.Fold));
                break;
            case UserRevived c:
                Add(Fact.User(c.User), Fact.Name(c.Person.Name.Fold), Fact.Any(FactKind.DeletedNames));
                break;
            case UserChanged c:
                Add(Fact.User(c.User));
                AddName(c.Person.Name);
                break;
            case UserActivated c:
                Add(Fact.User(c.User), Fact.Any(FactKind.Owners));
                break;
            case UserVerified c:
                Add(Fact.User(c.User), Fact.Any(FactKind.Owners));
                break;
            case UserUnverified c:
                Add(Fact.User(c.User));
                break;
            case UserDeactivated c:
                AddEnd(c.User);
                break;
            case UserDeleted c:
                AddEnd(c.User);
                break;
            case RoleGiven c:
                AddRole(c.Member, c.Scope, c.Level);
                break;
            case RoleChanged c:
                AddRole(c.Member, c.Scope, c.Level > c.OldLevel ? c.Level : c.OldLevel);
                break;
            case MembershipEnded c:
                AddRole(c.Member, c.Scope, c.Level);
                break;
            case KeyMinted c:
                Add(Fact.Key(c.Key));
                break;
            case KeyRevoked c:
                Add(Fact.Key(c.Key));
                break;
            case InvitationIssued c:
                Add(Fact.Invitation(c.Invitation), Fact.OpenInvitation(c.User));
                break;
            case InvitationVoided c:
                Add(Fact.Invitation(c.Invitation), Fact.OpenInvitation(c.User));
                break;
            case InvitationAccepted c:
                Add(Fact.Invitation(c.Invitation), Fact.OpenInvitation(c.User));
                break;
            case UserAttributesSet c:
                Add(Fact.User(c.User));
                break;
            case ResourceRegistered c:
                Add(Fact.Resource(c.Type, c.Id));
                break;
            case ResourceRemoved c:
                Add(Fact.Resource(c.Type, c.Id));
                break;
            case ResourceTypeDefined:
                Add(Fact.Any(FactKind.ResourceTypes));
                break;
            case RoleDefined or RoleRedefined:
                Add(Fact.Any(FactKind.Roles));
                break;
            default:
                Add(Fact.Everything);
                break;
        }
    }

    private void Add(params ReadOnlySpan<Fact> facts)
    {
        foreach (var fact in facts)
        {
            _facts.Add(fact);
        }
    }

    /// <summary>Whoever found the old name found the user's row with it, so that needs no mention.</summary>
    private void AddName(Optional<UserName> name)
    {
        if (name.IsSet)
        {
            Add(Fact.Name(name.Or(default).Fold));
        }
    }

    private void AddScope(ScopeId scope)
    {
        Add(Fact.Scope(scope));
        if (scope.Kind == ScopeKind.Team)
        {
            Add(Fact.Any(FactKind.TeamNames));
        }
    }

    private void AddRole(MemberId member, ScopeId scope, Level highest)
    {
        Add(Fact.Role(member, scope), Fact.RolesOf(member));
        Add(member.Kind == MemberKind.User ? Fact.User(new UserId(member.Id)) : Fact.Any(FactKind.Teams));
        if (scope.Kind == ScopeKind.Team)
        {
            Add(Fact.Scope(scope));
        }

        if (scope.Kind is ScopeKind.Account or ScopeKind.Organization)
        {
            Add(Fact.Any(FactKind.RoleGroups));
        }

        if (scope.Kind == ScopeKind.Account && highest == Level.Admin)
        {
            Add(Fact.Any(FactKind.Owners));
        }
    }

    /// <summary>Ends all that hangs on a user, without naming it.</summary>
    private void AddEnd(UserId user) => Add(
        Fact.User(user),
        Fact.RolesOf(MemberId.User(user)),
        Fact.AllRolesOf(MemberId.User(user)),
        Fact.OpenInvitation(user),
        Fact.Any(FactKind.DeletedNames),
        Fact.Any(FactKind.Teams),
        Fact.Any(FactKind.RoleGroups),
        Fact.Any(FactKind.Owners),
        Fact.Any(FactKind.Keys),
        Fact.Any(FactKind.Invitations));
}
