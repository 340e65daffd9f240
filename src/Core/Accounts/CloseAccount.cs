using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Accounts;

/// <summary>Closes an account: all its keys and invitations end, and its id is not given again.</summary>
public sealed class CloseAccount(Writing writing)
{
    public ValueTask<Outcome<Done>> RunAsync(Caller caller, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => ValueTask.FromResult(reads.Account is { ClosedAt: null }),
            (isOpen, _) => isOpen
                ? Verdict<Done>.Of(default, new AccountClosed())
                : new Fault(FaultKind.UnknownAccount, $"There is no account '{caller.Account}'.", Id: caller.Account.Value),
            cancellationToken);
}
