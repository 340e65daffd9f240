using Roster.Sdk.Access;
using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>The users of the account.</summary>
public sealed class Users
{
    private readonly Calls _calls;

    internal Users(Calls calls) => _calls = calls;

    /// <summary>In the order in which they were created.</summary>
    /// <param name="active">Only the active ones, or only the others.</param>
    public Paged<User> ListAsync(bool? active = null, int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
        cursor => Call.Get($"/api/users").With("active", active).Page(pageSize, cursor), NativeJson.Default.User, cancellationToken);

    public Task<User> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/api/users/{id}"), NativeJson.Default.User, cancellationToken);

    /// <summary>The user of that name, however it is written; null where there is none.</summary>
    public async Task<User?> FindAsync(string userName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userName);
        var found = _calls.List(_ => Call.Get($"/api/users").With("userName", userName), NativeJson.Default.User, cancellationToken);
        await foreach (var user in found)
        {
            return user;
        }

        return null;
    }

    public Task<User> CreateAsync(NewUser user, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/api/users").WithBody(user, NativeRequests.Default.NewUser).As(options), NativeJson.Default.User, cancellationToken);

    public Task<User> ChangeAsync(string id, UserChange change, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Patch($"/api/users/{id}").WithBody(change, NativeRequests.Default.UserChange).As(options), NativeJson.Default.User, cancellationToken);

    /// <summary>With all memberships, keys and invitations.</summary>
    public Task DeleteAsync(string id, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.DoAsync(Call.Delete($"/api/users/{id}").As(options), cancellationToken);

    /// <summary>What is kept of the user for conditions to ask.</summary>
    public Task<UserAttributes> GetAttributesAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/api/users/{id}/attributes"), NativeJson.Default.UserAttributes, cancellationToken);

    /// <param name="attributes">All of them: those that are not named end.</param>
    public Task<UserAttributes> PutAttributesAsync(
        string id, IReadOnlyDictionary<string, AttributeValue> attributes, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
            Call.Put($"/api/users/{id}/attributes")
                .WithBody(attributes, NativeRequests.Default.IReadOnlyDictionaryStringAttributeValue).As(options),
            NativeJson.Default.UserAttributes,
            cancellationToken);
}
