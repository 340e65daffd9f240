using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Users;

namespace Roster.Core.Access.Subjects;

/// <summary>What an account keeps about a user for conditions to ask. Its version is the user's.</summary>
public sealed record UserAttributes(User User, Attributes Attributes);

/// <summary>What an account keeps about a user for conditions to ask.</summary>
public sealed class FindUserAttributes(IStore store)
{
    public ValueTask<Outcome<UserAttributes>> RunAsync(Caller caller, UserRef reference, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            async reads =>
            {
                var (user, attributes) = await reference.FindAsync(reads, reads.UserAttributesAsync);
                return user is null ? reference.Unknown() : (Outcome<UserAttributes>)new UserAttributes(user, attributes!);
            },
            cancellationToken);
}
