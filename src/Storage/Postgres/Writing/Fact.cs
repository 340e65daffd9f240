using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Storage.Postgres.Writing;

internal enum FactKind : byte
{
    /// <summary>Anything at all: what nobody described more closely.</summary>
    Everything,

    /// <summary>The account itself: open, closed, or not there.</summary>
    Account,

    /// <summary>A user's row, and that the id is one.</summary>
    User,

    /// <summary>Who has a name.</summary>
    Name,

    /// <summary>Who of the deleted had a name.</summary>
    DeletedNames,

    /// <summary>A scope's row, and that the id is one.</summary>
    Scope,

    /// <summary>A member's role in a scope.</summary>
    Role,

    /// <summary>Some role of a member, wherever: touched when one begins, changes or ends.</summary>
    RolesOf,

    /// <summary>All roles of a member: touched when they end together.</summary>
    AllRolesOf,

    /// <summary>What teams hold, and the version that each is in: touched where that is not said team by team.</summary>
    Teams,

    /// <summary>What some team is called, or is known by.</summary>
    TeamNames,

    /// <summary>The version of some level in the account or an organization, or what is kept of it.</summary>
    RoleGroups,

    /// <summary>The roles that the account has defined.</summary>
    Roles,

    /// <summary>A registered resource's row.</summary>
    Resource,

    /// <summary>Which types of resource there are.</summary>
    ResourceTypes,

    /// <summary>Who the owners are.</summary>
    Owners,

    /// <summary>A key's row.</summary>
    Key,

    /// <summary>Some key's row.</summary>
    Keys,

    /// <summary>An invitation's row.</summary>
    Invitation,

    /// <summary>Some invitation's row.</summary>
    Invitations,

    /// <summary>A user's open invitation.</summary>
    OpenInvitation,

    /// <summary>What was left under a name.</summary>
    Note,
}

/// <summary>Something that a rule can know of an account and a change can make untrue.</summary>
internal readonly record struct Fact(FactKind Kind, string Id = "", string Place = "", int Kinds = 0)
{
    public static Fact Everything => default;

    public static Fact User(UserId user) => new(FactKind.User, user.Value);

    public static Fact Name(string fold) => new(FactKind.Name, fold);

    public static Fact Scope(ScopeId scope) => new(FactKind.Scope, scope.Id, Kinds: (int)scope.Kind);

    public static Fact Role(MemberId member, ScopeId scope) =>
        new(FactKind.Role, member.Id, scope.Id, ((int)member.Kind << 8) | (int)scope.Kind);

    public static Fact RolesOf(MemberId member) => new(FactKind.RolesOf, member.Id, Kinds: (int)member.Kind);

    public static Fact AllRolesOf(MemberId member) => new(FactKind.AllRolesOf, member.Id, Kinds: (int)member.Kind);

    public static Fact Resource(string type, string id) => new(FactKind.Resource, id, type);

    public static Fact Key(KeyId key) => new(FactKind.Key, key.Value);

    public static Fact Invitation(InvitationId invitation) => new(FactKind.Invitation, invitation.Value);

    public static Fact OpenInvitation(UserId user) => new(FactKind.OpenInvitation, user.Value);

    public static Fact Note(string name) => new(FactKind.Note, name);

    public static Fact Any(FactKind kind) => new(kind);
}
