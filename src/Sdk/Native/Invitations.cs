using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>Invitations of users. Roster sends no mail: hand the link on.</summary>
public sealed class Invitations
{
    private readonly Calls _calls;

    internal Invitations(Calls calls) => _calls = calls;

    /// <summary>A fresh invitation, which voids the one before.</summary>
    public Task<Invitation> IssueAsync(string userId, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Post($"/api/users/{userId}/invitation").As(options), NativeJson.Default.Invitation, cancellationToken);

    public Task RevokeAsync(string userId, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.DoAsync(Call.Delete($"/api/users/{userId}/invitation").As(options), cancellationToken);

    /// <summary>On behalf of the invited person, once.</summary>
    public Task<AcceptedInvitation> AcceptAsync(string token, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/api/invitations/accept").WithBody(new Acceptance(token), NativeRequests.Default.Acceptance).As(options),
        NativeJson.Default.AcceptedInvitation,
        cancellationToken);
}
