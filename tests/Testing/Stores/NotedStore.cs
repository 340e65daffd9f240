using Microsoft.Extensions.DependencyInjection;
using Roster.Core.Accounts;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Testing.Stores;

/// <summary>Shows every note that a write leaves.</summary>
public sealed class NotedStore(IStore store, Action<Note> left) : IStore
{
    public string Epoch => store.Epoch;

    public Instant Now => store.Now;

    /// <summary>Puts one between the server and its store.</summary>
    public static void Add(IServiceCollection services, Action<Note> left)
    {
        var store = (IStore)services.Single(service => service.ServiceType == typeof(IStore)).ImplementationInstance!;
        services.AddSingleton<IStore>(new NotedStore(store, left));
    }

    public ValueTask<Outcome<TAnswer>> WriteAsync<TFacts, TAnswer>(
        Write<TFacts, TAnswer> write, CancellationToken cancellationToken) =>
        store.WriteAsync(write with { Decide = (facts, moment) => Show(write.Decide(facts, moment)) }, cancellationToken);

    public ValueTask<Outcome<T>> ReadAsync<T>(
        AccountId account, long atLeast, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken) =>
        store.ReadAsync(account, atLeast, question, cancellationToken);

    public ValueTask<long> RevisionAsync(AccountId account, CancellationToken cancellationToken) =>
        store.RevisionAsync(account, cancellationToken);

    public ValueTask<AccountId?> AccountOfKeyAsync(KeyId key, CancellationToken cancellationToken) =>
        store.AccountOfKeyAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<Account>> AccountsAsync(string after, int limit, CancellationToken cancellationToken) =>
        store.AccountsAsync(after, limit, cancellationToken);

    public ValueTask NoteKeyUseAsync(IReadOnlyList<KeyUse> uses, CancellationToken cancellationToken) =>
        store.NoteKeyUseAsync(uses, cancellationToken);

    public void Follow(IFollower follower) => store.Follow(follower);

    public ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken) => store.IsReadyAsync(cancellationToken);

    private Verdict<TAnswer> Show<TAnswer>(Verdict<TAnswer> verdict)
    {
        foreach (var note in verdict.Notes)
        {
            left(note);
        }

        return verdict;
    }
}
