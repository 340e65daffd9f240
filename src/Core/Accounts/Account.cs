using Roster.Core.Values;

namespace Roster.Core.Accounts;

/// <summary>The tenant: everything belongs to exactly one account.</summary>
/// <param name="Revision">The number of the latest change: 1, 2, 3, … with no gap.</param>
/// <param name="ChangedAt">The time of the latest change; times never go back within an account.</param>
/// <param name="ClosedAt">Set once the operator closed it; every door then answers as for an unknown key.</param>
public sealed record Account(
    AccountId Id,
    string Name,
    long Revision,
    Instant CreatedAt,
    Instant ChangedAt,
    Instant? ClosedAt);
