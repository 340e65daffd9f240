using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>Who has which role where.</summary>
public sealed class Memberships
{
    private readonly Calls _calls;

    internal Memberships(Calls calls) => _calls = calls;

    /// <summary>In the order in which they began.</summary>
    public Paged<Membership> ListAsync(MembershipFilter? filter = null, int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
        cursor => Call.Get($"/api/memberships")
            .With("userId", filter?.UserId)
            .With("teamId", filter?.TeamId)
            .With("kind", filter?.Kind?.Value)
            .With("scopeId", filter?.ScopeId)
            .With("role", filter?.Role)
            .Page(pageSize, cursor),
        NativeJson.Default.Membership,
        cancellationToken);

    public Task<Membership> GetAsync(Place place, string userId, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get(TargetOf(place, userId)), NativeJson.Default.Membership, cancellationToken);

    /// <summary>Begins the membership, or gives it another role or end.</summary>
    /// <param name="expiresAt">When it ends by itself: not set to keep the end that it has, null to take that away.</param>
    public Task<Membership> PutAsync(
        Place place,
        string userId,
        string role,
        Change<DateTimeOffset?> expiresAt = default,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default) => _calls.AskAsync(
            Call.Put(TargetOf(place, userId)).WithBody(new GivenRole(role) { ExpiresAt = expiresAt }, NativeRequests.Default.GivenRole).As(options),
            NativeJson.Default.Membership,
            cancellationToken);

    public Task EndAsync(Place place, string userId, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.DoAsync(Call.Delete(TargetOf(place, userId)).As(options), cancellationToken);

    /// <summary>What a team holds.</summary>
    public Task<Membership> GetOfTeamAsync(Place place, string teamId, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get(TargetOfTeam(place, teamId)), NativeJson.Default.Membership, cancellationToken);

    /// <summary>Begins the team's membership, or gives it another role or end.</summary>
    /// <param name="expiresAt">When it ends by itself: not set to keep the end that it has, null to take that away.</param>
    public Task<Membership> PutOfTeamAsync(
        Place place,
        string teamId,
        string role,
        Change<DateTimeOffset?> expiresAt = default,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default) => _calls.AskAsync(
            Call.Put(TargetOfTeam(place, teamId)).WithBody(new GivenRole(role) { ExpiresAt = expiresAt }, NativeRequests.Default.GivenRole).As(options),
            NativeJson.Default.Membership,
            cancellationToken);

    public Task EndOfTeamAsync(Place place, string teamId, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.DoAsync(Call.Delete(TargetOfTeam(place, teamId)).As(options), cancellationToken);

    private static Target TargetOfTeam(Place place, string teamId) => $"/api/memberships/{place.Kind.Value}/{place.Id}/teams/{teamId}";

    private static Target TargetOf(Place place, string userId) => $"/api/memberships/{place.Kind.Value}/{place.Id}/{userId}";
}
