namespace Roster.Sdk.WhyLabs;

/// <summary>Who has one role in one organization.</summary>
public sealed record OrganizationRoleMembers : Resource
{
    public string OrgId { get; init => field = value ?? ""; } = "";

    public Role Role { get; init; }

    public IReadOnlyList<Member> Members { get; init => field = value ?? []; } = [];
}

public sealed record Member : Resource
{
    public string UserId { get; init => field = value ?? ""; } = "";

    public string Email { get; init => field = value ?? ""; } = "";
}

/// <summary>Which memberships are wanted; all conditions hold at once.</summary>
public sealed record MembershipFilter
{
    public string? UserId { get; init; }

    /// <summary>A managed organization, or the account's own.</summary>
    public string? ManagedOrgId { get; init; }

    public Role? Role { get; init; }
}

/// <summary>What came of a request about several users: all is well where there are no errors.</summary>
public sealed record StatusResponse : Resource
{
    public string? RequestId { get; init; }

    /// <summary>The users about whom nothing was done.</summary>
    public IReadOnlyList<ErrorStatus> Errors { get; init => field = value ?? []; } = [];
}

public sealed record ErrorStatus : Resource
{
    /// <summary>As a status of HTTP.</summary>
    public int ErrorCode { get; init; }

    /// <summary>The user's id.</summary>
    public string? ItemId { get; init; }

    public string? Description { get; init; }
}

/// <summary>What a request is answered that has nothing else to say.</summary>
public sealed record Response : Resource
{
    public string? RequestId { get; init; }
}

internal sealed record WantedMembers(IReadOnlyList<string> UserIds);

internal sealed record MemberChanges(IReadOnlyList<string> UserIdsToAdd, IReadOnlyList<string> UserIdsToDelete);
