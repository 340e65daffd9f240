namespace Roster.Tests.Server.Crashes;

/// <summary>All that a writer can do to one address, as the lists of the three doors show it.</summary>
internal sealed record Fate
{
    public static readonly Fate Absent = new();

    public bool Exists { get; init; }

    public bool Active { get; init; }

    public bool Invited { get; init; }

    public string? Phone { get; init; }

    public string? Role { get; init; }

    public string? InGroup { get; init; }

    public string? InOrganization { get; init; }

    public int Keys { get; init; }

    /// <summary>What a deactivation leaves.</summary>
    public Fate Deactivate() => this with { Active = false, Role = null, InGroup = null, InOrganization = null, Keys = 0 };
}
