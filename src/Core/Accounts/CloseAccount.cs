using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Accounts;

/// <summary>Closes an account: all its keys and invitations end, and its id is not given again.</summary>
public sealed class CloseAccount(Writing writing)
{
    public ValueTask<Outcome<Done>> RunAsync(AccountId account, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            new Caller(account, new OperatorActor(), Door.Native),
            reads => ValueTask.FromResult(reads.Account is { ClosedAt: null }),
            (isOpen, _) => isOpen
                ? Verdict<Done>.Of(default, new AccountClosed())
                : new Fault(FaultKind.UnknownAccount, $"There is no account '{account}'.", Id: account.Value),
            cancellationToken);
}
