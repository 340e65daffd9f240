namespace Roster.Core.Outcomes;

/// <summary>Everything that can be wrong with a request, whichever door it came through. Each dialect answers every one (a test proves it).</summary>
public enum FaultKind
{
    /// <summary>A value that is not understood or out of bounds; the fault names the field.</summary>
    InvalidValue,

    /// <summary>No such role, or not one that can be given in a scope of this kind.</summary>
    RoleNotAssignable,

    /// <summary>A key may not change its own owner's role.</summary>
    OwnRole,

    /// <summary>The key is unknown, revoked, expired, ownerless by deletion, or its account is closed.</summary>
    KeyNotValid,

    /// <summary>The key lacks the grant, or its owner the level, for this in this scope.</summary>
    NotPermitted,

    /// <summary>The role, or a role of the user concerned, is above the actor's own level.</summary>
    AboveActor,

    /// <summary>The key asked for could do more, or live longer, than the key that asks.</summary>
    StrongerKey,

    UnknownAccount,
    UnknownUser,
    UnknownOrganization,
    UnknownGroup,
    UnknownConnector,
    UnknownTeam,
    UnknownMembership,
    UnknownKey,
    UnknownInvitation,

    /// <summary>The account has defined no role of that name.</summary>
    UnknownRole,

    UnknownResourceType,
    UnknownResource,

    /// <summary>The organization named is not one that this account manages.</summary>
    NotManaged,

    UserNameTaken,

    /// <summary>The chosen id is, or was, in use; or the address had another id before it was deleted.</summary>
    IdTaken,

    /// <summary>A role has the name already, the account's or a standard one.</summary>
    RoleNameTaken,

    /// <summary>A team has the name already, where the request asks for one that none has.</summary>
    TeamNameTaken,

    /// <summary>Somebody holds the role, so that it can be neither removed nor turned into another.</summary>
    RoleHeld,

    /// <summary>Resources of the type are registered, so that it cannot be removed.</summary>
    ResourceTypeInUse,

    /// <summary>The role comes with the product, and is what it is.</summary>
    StandardRole,

    MembershipExists,

    /// <summary>The group still has connectors.</summary>
    ScopeNotEmpty,

    /// <summary>The account would be left without an owner.</summary>
    LastOwner,

    /// <summary>The invitation was used, revoked, replaced or has expired.</summary>
    InvitationEnded,

    /// <summary>The user is inactive, so there is nobody to invite.</summary>
    UserInactive,

    /// <summary>What is written to is not in a version that the caller expects.</summary>
    VersionChanged,

    /// <summary>The very request was done before; the fault has what was answered then, if that is still kept.</summary>
    AlreadyAnswered,

    /// <summary>Another request was done before under the name that this one was given.</summary>
    RepeatDiffers,

    /// <summary>No such plan, or one that is too old to be kept.</summary>
    UnknownPlan,

    /// <summary>Something that the plan rests on is not any more as it was when the plan was made; the fault says what.</summary>
    PlanMoved,

    /// <summary>The plan removes more than it may.</summary>
    ReachExceeded,
}
