using Roster.Core.Accounts;
using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Values;

namespace Roster.Core.Storage;

/// <summary>
/// Where accounts are kept. Reads see one snapshot; writes of one account are serial, all or nothing, and durable before
/// they are answered. The conformance suite defines every engine's behaviour.
/// </summary>
public interface IStore
{
    /// <summary>
    /// Renewed when a backup is first started, and when a database was failed over: part of every revision token, ETag and cursor.
    /// May change while the process runs.
    /// </summary>
    string Epoch { get; }

    /// <summary>
    /// Known to nobody but the processes over this store, and the same for all of them and after every start: seals what clients are
    /// given to keep and to bring back.
    /// </summary>
    ReadOnlyMemory<byte> Secret { get; }

    /// <summary>The store's own clock.</summary>
    Instant Now { get; }

    /// <summary>Runs a question on one snapshot of the account.</summary>
    /// <param name="atLeast">A revision that the caller has seen, which lets a replica that knows it answer; 0 asks for the latest.</param>
    /// <param name="question">May run again; touches nothing but its argument.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer in time.</exception>
    ValueTask<Outcome<T>> ReadAsync<T>(
        AccountId account, long atLeast, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken);

    /// <summary>
    /// Runs a question that reads much, such as a whole account, on the latest snapshot. An engine may let such questions wait for one
    /// another, so that no others wait for them.
    /// </summary>
    /// <param name="question">May run again; touches nothing but its argument.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer in time.</exception>
    ValueTask<Outcome<T>> ReadLongAsync<T>(
        AccountId account, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken) =>
        ReadAsync(account, 0, question, cancellationToken);

    /// <summary>Locks the account, reads, decides, applies and appends the changes, commits, tells the followers, answers.</summary>
    /// <remarks>Cancelling takes the write out of the queue; one that has begun is finished.</remarks>
    /// <exception cref="StoreUnavailableException">Nothing was written, or it is not known.</exception>
    ValueTask<Outcome<TAnswer>> WriteAsync<TFacts, TAnswer>(
        Write<TFacts, TAnswer> write, CancellationToken cancellationToken);

    /// <summary>
    /// The account's latest committed revision, whichever process wrote it; 0 for an account that does not exist. Who follows the
    /// store has been told everything up to it.
    /// </summary>
    ValueTask<long> RevisionAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>Whose key it is or was; a key's validity lives in its account.</summary>
    ValueTask<AccountId?> AccountOfKeyAsync(KeyId key, CancellationToken cancellationToken);

    /// <summary>All accounts, closed ones too, by id. For the operator alone.</summary>
    ValueTask<IReadOnlyList<Account>> AccountsAsync(string after, int limit, CancellationToken cancellationToken);

    /// <summary>Notes when keys were last used; no change, no revision, soon rather than at once.</summary>
    ValueTask NoteKeyUseAsync(IReadOnlyList<KeyUse> uses, CancellationToken cancellationToken);

    /// <summary>Registers someone who is told each committed set, in revision order, before its writer is answered. Called once, at start.</summary>
    void Follow(IFollower follower);

    /// <summary>True when the store can be read and written now.</summary>
    ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken);
}

public static class Questions
{
    /// <summary>Runs a question on the latest snapshot of the account.</summary>
    public static ValueTask<Outcome<T>> ReadAsync<T>(
        this IStore store, AccountId account, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken) =>
        store.ReadAsync(account, 0, question, cancellationToken);
}

/// <summary>Told each committed set, whole, whichever process wrote it. What it keeps is good for one <see cref="IStore.Epoch"/>.</summary>
public interface IFollower
{
    void Applied(CommittedSet set);

    /// <summary>More than can be told happened up to the revision: whatever is kept of the account is to be forgotten.</summary>
    void Missed(AccountId account, long revision);
}

/// <summary>When a key was last seen.</summary>
public readonly record struct KeyUse(AccountId Account, KeyId Key, Instant At);

/// <summary>The store did not answer in time, or could not write. Nothing was changed, unless it says that this is not known.</summary>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException()
    {
    }

    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    public StoreUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>True where it is not known whether the write was done: it may still be.</summary>
    public bool MayBeWritten { get; private init; }

    public static StoreUnavailableException TooLate() => new("The write waited too long; nothing was changed.");

    public static StoreUnavailableException InDoubt() =>
        new("The database went away while this was being written: it may have been, or not.") { MayBeWritten = true };
}
