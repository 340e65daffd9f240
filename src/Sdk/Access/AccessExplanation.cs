using Roster.Sdk.Native;

namespace Roster.Sdk.Access;

/// <summary>Whether something is permitted, and the ways in which it is: what is nearest to the resource first.</summary>
public sealed record AccessExplanation : Resource
{
    public bool Decision { get; init; }

    public IReadOnlyList<AccessReason> Reasons { get; init => field = value ?? []; } = [];
}

/// <summary>One way in which something is permitted.</summary>
public sealed record AccessReason : Resource
{
    /// <summary>What the role permits.</summary>
    public Permission? Permission { get; init; }

    /// <summary>What gives it: where, by whom given, since and until when.</summary>
    public Membership? Membership { get; init; }

    /// <summary>The subject's own membership in the team that holds it; null where they hold it themselves.</summary>
    public Membership? Seat { get; init; }
}
