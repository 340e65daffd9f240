using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
public sealed class OpenAccount(IStore store, Writing writing)
{
    /// <param name="terms">With a kept answer an account of our choosing has an id that follows from it, so that a repeat meets the same account.</param>
    public async ValueTask<Outcome<OpenedAccount>> RunAsync(
        Actor actor, Door door, OpenAccountRequest request, Terms terms, CancellationToken cancellationToken)
    {
        if (Check(request) is { } fault)
        {
            return fault;
        }

        var key = request.Key ?? new Credential(writing.Ids.NextKey(), writing.Ids.NextSecret(), null);
        if (await store.AccountOfKeyAsync(key.Id, cancellationToken) is not null)
        {
            return new Fault(FaultKind.IdTaken, "The key's id is in use.", "key", key.Id.Value);
        }

        if (request.Id is not null || terms.Keeping is not { } keeping)
        {
            var id = request.Id is { } chosen ? new AccountId(chosen) : writing.Ids.NextAccount();
            return await OpenAsync(new Caller(id, actor, door) { Terms = terms }, request, key, cancellationToken);
        }

        // Taken by a request of the same name so long ago that this one is another.
        for (var nth = 0; ; nth++)
        {
            var caller = new Caller(Following(keeping, nth), actor, door) { Terms = terms };
            var opened = await OpenAsync(caller, request, key, cancellationToken);
            if (opened.Fault is not { Kind: FaultKind.IdTaken })
            {
                return opened;
            }
        }
    }

    private ValueTask<Outcome<OpenedAccount>> OpenAsync(
        Caller caller, OpenAccountRequest request, Credential key, CancellationToken cancellationToken)
    {
        var credential = key with { Account = caller.Account.Value };
        return writing.WriteAsync(
            caller,
            reads => ValueTask.FromResult(reads.Account),
            account => account?.Revision,
            (account, moment) => Decide(account, moment, request, credential, caller),
            cancellationToken);
    }

    private static AccountId Following(Keeping keeping, int nth)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{keeping.Name}/{nth}")));
        return new("org-" + Convert.ToHexStringLower(hash.AsSpan(0, 12)));
    }

    private static Fault? Check(OpenAccountRequest request) =>
        request.Id is { } id && !IdForm.IsOrganizationId(id)
            ? Fault.Invalid("id", "must be 'org-' followed by letters and digits")
            : Scopes.ScopeRules.CheckName(request.Name);

    private static Verdict<OpenedAccount> Decide(
        Account? taken, Moment moment, OpenAccountRequest request, Credential credential, Caller caller)
    {
        var id = caller.Account;
        if (taken is not null)
        {
            var isTheSame = request.Id is null && caller.Terms.Keeping is not null && taken.CreatedAt > Note.ExpiredAt(moment.Now);
            return isTheSame
                ? new Fault(FaultKind.AlreadyAnswered, $"The account '{id}' was opened by this and has been closed since.", Id: id.Value)
                : new Fault(FaultKind.IdTaken, $"The id '{id}' is, or was, in use.", "id", id.Value);
        }

        var like = new MintKeyRequest("first key", Grants.Admin);
        var after = moment with { Revision = moment.Revision + 1 };
        var key = KeyRules.New(like, credential, after, caller.Actor.Name);
        var account = new Account(id, request.Name, moment.Number(1), moment.Now, moment.Now, null);
        return Verdict<OpenedAccount>.Of(
            new(account, new(key, credential)), new AccountOpened(request.Name), KeyRules.Minted(key));
    }
}
