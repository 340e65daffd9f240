using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>The teams of the account, and who sits in them. What they hold is among the <see cref="Memberships"/>.</summary>
public sealed class Teams
{
    private readonly Calls _calls;

    internal Teams(Calls calls) => _calls = calls;

    /// <summary>In the order in which they were created.</summary>
    public Paged<Team> ListAsync(int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
        cursor => Call.Get($"/api/teams").Page(pageSize, cursor), NativeJson.Default.Team, cancellationToken);

    public Task<Team> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/api/teams/{id}"), NativeJson.Default.Team, cancellationToken);

    public Task<Team> CreateAsync(NewTeam team, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/api/teams").WithBody(team, NativeRequests.Default.NewTeam).As(options), NativeJson.Default.Team, cancellationToken);

    public Task<Team> ChangeAsync(string id, TeamChange change, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Patch($"/api/teams/{id}").WithBody(change, NativeRequests.Default.TeamChange).As(options), NativeJson.Default.Team, cancellationToken);

    /// <summary>With all seats in it and all that it holds.</summary>
    public Task DeleteAsync(string id, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.DoAsync(Call.Delete($"/api/teams/{id}").As(options), cancellationToken);

    /// <summary>The seats, in the order in which they were taken: memberships of kind <see cref="ScopeKind.Team"/>.</summary>
    /// <param name="active">Only those of active users, or only those of others.</param>
    public Paged<Membership> ListSeatsAsync(
        string teamId, bool? active = null, int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
            cursor => Call.Get($"/api/teams/{teamId}/users").With("active", active).Page(pageSize, cursor), NativeJson.Default.Membership, cancellationToken);

    public Task<Membership> GetSeatAsync(string teamId, string userId, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/api/teams/{teamId}/users/{userId}"), NativeJson.Default.Membership, cancellationToken);

    /// <summary>Takes the user in, or gives the seat another role or end.</summary>
    /// <param name="role"><c>Team Member</c> or <c>Team Manager</c>, or one of the account's own for teams.</param>
    /// <param name="expiresAt">When it ends by itself: not set to keep the end that it has, null to take that away.</param>
    public Task<Membership> PutSeatAsync(
        string teamId,
        string userId,
        string role = "Team Member",
        Change<DateTimeOffset?> expiresAt = default,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default) => _calls.AskAsync(
            Call.Put($"/api/teams/{teamId}/users/{userId}")
                .WithBody(new GivenRole(role) { ExpiresAt = expiresAt }, NativeRequests.Default.GivenRole).As(options),
            NativeJson.Default.Membership,
            cancellationToken);

    public Task EndSeatAsync(string teamId, string userId, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.DoAsync(Call.Delete($"/api/teams/{teamId}/users/{userId}").As(options), cancellationToken);
}
