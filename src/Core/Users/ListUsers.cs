using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Users;

/// <summary>The account's users, pending and inactive ones included.</summary>
public sealed class ListUsers(IStore store)
{
    /// <summary>In creation order, with their roles in the account scope.</summary>
    /// <param name="active">Only those; null for all.</param>
    public ValueTask<Outcome<Slice<UserInRole>>> RunAsync(
        Caller caller, bool? active, Page page, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller, async reads => (Outcome<Slice<UserInRole>>)await reads.UsersAsync(active, page), cancellationToken);

    /// <summary>By id, after the one given (<c>""</c> for the first).</summary>
    public ValueTask<Outcome<Slice<User>>> ByIdAsync(
        Caller caller, string after, int limit, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller, async reads => (Outcome<Slice<User>>)await reads.UsersByIdAsync(after, limit), cancellationToken);
}
