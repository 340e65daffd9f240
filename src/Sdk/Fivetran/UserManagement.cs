using Roster.Sdk.Transport;

namespace Roster.Sdk.Fivetran;

/// <summary>The users of the account, and their memberships in groups and connections.</summary>
public sealed partial class UserManagement
{
    private readonly Calls _calls;
    private readonly string _connections;

    /// <param name="connections">The path segment of connections.</param>
    internal UserManagement(Calls calls, string connections) => (_calls, _connections) = (calls, connections);

    /// <summary><c>list_all_users</c>: all users, invited and suspended ones too.</summary>
    /// <param name="active">Only the active ones, or only the suspended.</param>
    public Paged<User> ListAllUsersAsync(bool? active = null, int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
        cursor => Call.Get($"/v1/users").With("active", active).Page(pageSize, cursor), FivetranJson.Default.User, cancellationToken);

    /// <summary><c>create_user</c>: invites somebody to the account.</summary>
    public Task<User> CreateUserAsync(NewUser user, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/v1/users").WithBody(user, FivetranRequests.Default.NewUser), FivetranJson.Default.User, cancellationToken);

    /// <summary><c>user_details</c></summary>
    public Task<User> GetUserDetailsAsync(string userId, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/v1/users/{userId}"), FivetranJson.Default.User, cancellationToken);

    /// <summary><c>modify_user</c></summary>
    public Task<User> ModifyUserAsync(string userId, UserChange change, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Patch($"/v1/users/{userId}").WithBody(change, FivetranRequests.Default.UserChange), FivetranJson.Default.User, cancellationToken);

    /// <summary><c>delete_user</c>: with all memberships and the user's key.</summary>
    public Task<Acknowledgement> DeleteUserAsync(string userId, CancellationToken cancellationToken = default) =>
        _calls.AcknowledgeAsync(Call.Delete($"/v1/users/{userId}"), cancellationToken);

    /// <summary><c>delete_user_membership_in_account</c>: takes the role in the account away. The user stays, with all other memberships.</summary>
    public Task<Acknowledgement> DeleteUserMembershipInAccountAsync(string userId, CancellationToken cancellationToken = default) =>
        _calls.AcknowledgeAsync(Call.Delete($"/v1/users/{userId}/role"), cancellationToken);
}
