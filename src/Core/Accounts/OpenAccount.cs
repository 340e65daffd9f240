using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Accounts;

/// <param name="Id">An id of the operator's choice; null for one of ours.</param>
/// <param name="Key">A key that was chosen outside; null for a fresh one.</param>
public sealed record OpenAccountRequest(string Name, string? Id = null, Credential? Key = null);

/// <summary>A new account and, this once, the text of its first admin key.</summary>
public sealed record OpenedAccount(Account Account, MintedKey Key);

/// <summary>Makes an account with a first admin key. For the operator, and for the server's first start.</summary>
public sealed class OpenAccount(IStore store, IIdSource ids)
{
    public async ValueTask<Outcome<OpenedAccount>> RunAsync(
        Actor actor, Door door, OpenAccountRequest request, CancellationToken cancellationToken)
    {
        if (Check(request) is { } fault)
        {
            return fault;
        }

        var account = request.Id is { } id ? new AccountId(id) : ids.NextAccount();
        var credential = (request.Key ?? new Credential(ids.NextKey(), ids.NextSecret(), null)) with { Account = account.Value };
        if (await store.AccountOfKeyAsync(credential.Id, cancellationToken) is not null)
        {
            return new Fault(FaultKind.IdTaken, "The key's id is in use.", "key", credential.Id.Value);
        }

        return await store.WriteAsync(
            new Write<bool, OpenedAccount>(
                account,
                ids.NextSet(),
                actor.Name,
                door,
                reads => ValueTask.FromResult(reads.Account is not null),
                (exists, moment) => Decide(exists, moment, account, request, credential, actor)),
            cancellationToken);
    }

    private static Fault? Check(OpenAccountRequest request) =>
        request.Id is { } id && !IdForm.IsOrganizationId(id)
            ? Fault.Invalid("id", "must be 'org-' followed by letters and digits")
            : Scopes.ScopeRules.CheckName(request.Name);

    private static Verdict<OpenedAccount> Decide(
        bool exists, Moment moment, AccountId id, OpenAccountRequest request, Credential credential, Actor actor)
    {
        if (exists)
        {
            return new Fault(FaultKind.IdTaken, $"The id '{id}' is, or was, in use.", "id", id.Value);
        }

        var like = new MintKeyRequest("first key", Grants.Admin);
        var after = moment with { Revision = moment.Revision + 1 };
        var key = KeyRules.New(like, credential, after, actor.Name);
        var account = new Account(id, request.Name, moment.Number(1), moment.Now, moment.Now, null);
        return Verdict<OpenedAccount>.Of(
            new(account, new(key, credential)), new AccountOpened(request.Name), KeyRules.Minted(key));
    }
}
