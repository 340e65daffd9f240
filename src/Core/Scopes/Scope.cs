using Roster.Core.Values;

namespace Roster.Core.Scopes;

/// <summary>A managed organization, group, connector or team that exists. (The account itself is an <see cref="Accounts.Account"/>.)</summary>
/// <param name="Id">Kind and id; never given again once ended.</param>
/// <param name="Parent">A connector's group; the account for all else.</param>
/// <param name="Number">The revision that made it: unique in the account, ascending in creation order.</param>
/// <param name="Name">As given. A connector's name is its schema.</param>
/// <param name="Service">What a connector connects to; null for other kinds.</param>
/// <param name="Settings">A connector's settings as its door wrote them, opaque here; a team's description.</param>
/// <param name="ChangedIn">The revision of its latest change.</param>
/// <param name="ExternalId">A provisioner's id for a team: opaque, not unique; null for other kinds.</param>
public sealed record Scope(
    ScopeId Id,
    ScopeId Parent,
    long Number,
    string Name,
    string? Service,
    string? Settings,
    Instant CreatedAt,
    long ChangedIn,
    Instant ChangedAt,
    string? ExternalId = null);
