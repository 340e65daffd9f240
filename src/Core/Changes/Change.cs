using Roster.Core.Access;
using Roster.Core.Access.Granting;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Changes;

/// <summary>
/// One fact that became true. Applying it needs nothing but the fact itself: all that is derived (the fold, a level at
/// the time, numbers) is carried. Personal values stand apart in a <see cref="Person"/> or a <see cref="UserName"/>.
/// </summary>
public abstract record Change;

public sealed record AccountOpened(string Name) : Change;

/// <summary>Ends all keys and open invitations of the account.</summary>
public sealed record AccountClosed : Change;

public sealed record ScopeCreated(
    ScopeId Scope, ScopeId Parent, string Name, string? Service, string? Settings, string? ExternalId = null) : Change;

public sealed record ScopeChanged(
    ScopeId Scope, Optional<string> Name, Optional<string?> Settings, Optional<string?> ExternalId = default) : Change;

/// <summary>Ends every membership in the scope with it, and a team's own.</summary>
public sealed record ScopeEnded(ScopeId Scope) : Change;

/// <summary>What is personal about a user.</summary>
public sealed record Person(
    UserName Name,
    string? GivenName,
    string? FamilyName,
    string? Phone,
    string? Picture,
    string? ExternalId,
    string? UserSchema,
    string? DisplayName = null,
    UserProfile? Profile = null);

/// <summary>The personal values that a request changes; what is absent stays.</summary>
public sealed record PersonPatch(
    Optional<UserName> Name = default,
    Optional<string?> GivenName = default,
    Optional<string?> FamilyName = default,
    Optional<string?> Phone = default,
    Optional<string?> Picture = default,
    Optional<string?> ExternalId = default,
    Optional<string?> UserSchema = default,
    Optional<string?> DisplayName = default,
    Optional<UserProfile?> Profile = default);

public sealed record UserCreated(UserId User, bool Active, bool Pending, Person Person) : Change;

/// <summary>A deleted user's id lives again: the id and nothing else.</summary>
public sealed record UserRevived(UserId User, bool Active, bool Pending, Person Person) : Change;

public sealed record UserChanged(UserId User, PersonPatch Person) : Change;

public sealed record UserActivated(UserId User) : Change;

/// <summary>Ends all of the user's role memberships, keys and open invitations; team seats stay.</summary>
public sealed record UserDeactivated(UserId User) : Change;

/// <summary>The user accepted an invitation: no longer pending, and verified.</summary>
public sealed record UserVerified(UserId User) : Change;

/// <summary>The user has another name now, and nobody has proved that mailbox.</summary>
public sealed record UserUnverified(UserId User) : Change;

/// <summary>Ends all of the user's memberships, team seats, keys and open invitations.</summary>
public sealed record UserDeleted(UserId User) : Change;

/// <summary>A membership begins; one that had expired is replaced.</summary>
/// <param name="MemberNumber">The member's own number, by which lists of a scope's members are ordered.</param>
/// <param name="Cascades">The role puts its holder into Fivetran's group lists.</param>
public sealed record RoleGiven(
    MemberId Member,
    long MemberNumber,
    ScopeId Scope,
    string Role,
    Level Level,
    bool Cascades,
    Instant? Until) : Change;

/// <summary>The membership goes on, since when it did, with another role or end.</summary>
/// <param name="OldLevel">The level that it had, so that followers need not look.</param>
public sealed record RoleChanged(
    MemberId Member,
    ScopeId Scope,
    string Role,
    Level Level,
    bool Cascades,
    Instant? Until,
    Level OldLevel) : Change;

public sealed record MembershipEnded(MemberId Member, ScopeId Scope, Level Level) : Change;

/// <summary>A provisioner has its own id for all who have the level in the account or an organization.</summary>
public sealed record RoleGroupChanged(ScopeId Scope, Level Level, string? ExternalId) : Change;

public sealed record KeyMinted(
    KeyId Key,
    ReadOnlyMemory<byte> SecretHash,
    string Name,
    Grants Grants,
    Level Level,
    UserId? Owner,
    IReadOnlyList<string> Labels,
    Instant? ExpiresAt) : Change;

/// <summary>The key ends at the time given: now when revoked, later when rotated with an overlap.</summary>
public sealed record KeyRevoked(KeyId Key, Instant At) : Change;

/// <summary>An invitation bound to the user's address; earlier ones are voided by changes of their own.</summary>
public sealed record InvitationIssued(
    InvitationId Invitation,
    UserId User,
    ReadOnlyMemory<byte> SecretHash,
    Instant ExpiresAt,
    UserName Name) : Change;

public sealed record InvitationVoided(InvitationId Invitation, UserId User) : Change;

public sealed record InvitationAccepted(InvitationId Invitation, UserId User) : Change;

/// <summary>The account has a role of its own.</summary>
public sealed record RoleDefined(
    string Name, string Description, IReadOnlyList<ScopeKind> Kinds, Level Level, IReadOnlyList<Grant> Permissions) : Change;

/// <summary>The account's role is another now, by the same name. Where it is held its level and kinds stay.</summary>
public sealed record RoleRedefined(
    string Name, string Description, IReadOnlyList<ScopeKind> Kinds, Level Level, IReadOnlyList<Grant> Permissions) : Change;

public sealed record RoleRemoved(string Name) : Change;

/// <summary>The account wants to be asked in another way.</summary>
public sealed record AccessSettingsChanged(IReadOnlyList<SubjectType> SubjectTypes, bool ShowsReasons) : Change;

/// <summary>These attributes are kept about the user, and no others. They end with the user.</summary>
public sealed record UserAttributesSet(UserId User, Attributes Attributes) : Change;

/// <summary>The account has this type of resource; one of that name is another now.</summary>
public sealed record ResourceTypeDefined(string Name, ResourceIds Ids, ScopeId Home) : Change;

public sealed record ResourceTypeRemoved(string Name) : Change;

/// <summary>The resource is here, with these attributes and no others, whether it was registered before or not. It ends with its scope.</summary>
public sealed record ResourceRegistered(string Type, string Id, ScopeId Scope, Attributes Attributes) : Change;

public sealed record ResourceRemoved(string Type, string Id) : Change;
