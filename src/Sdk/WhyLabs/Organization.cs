namespace Roster.Sdk.WhyLabs;

/// <summary>A managed organization, as the account shows it.</summary>
public sealed record AccountOrganization : Resource
{
    public string OrgId { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";
}

/// <summary>A managed organization, as it shows itself.</summary>
public sealed record ManagedOrganization : Resource
{
    public string Id { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";
}

/// <summary>A user's membership in one organization.</summary>
public sealed record OrganizationMembership : Resource
{
    public string OrgId { get; init => field = value ?? ""; } = "";

    public Role Role { get; init; }

    public string UserId { get; init => field = value ?? ""; } = "";

    public string? Email { get; init; }

    /// <summary>Whether it is the one that opens at login.</summary>
    public bool? Default { get; init; }
}

internal sealed record NewOrganization(string Name);
