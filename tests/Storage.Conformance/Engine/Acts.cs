using System.Text;
using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Engine;

/// <summary>What the specs do to a store, said shortly.</summary>
internal static class Acts
{
    public const string Actor = "key:abcdefghij";

    public static Write<TFacts, TAnswer> WriteOf<TFacts, TAnswer>(
        AccountId account,
        Func<IReads, ValueTask<TFacts>> read,
        Func<TFacts, Moment, Verdict<TAnswer>> decide) =>
        new(account, NextToken(), Actor, Door.Native, read, decide);

    public static SetToken NextToken() => new(Guid.NewGuid().ToString("N"));

    /// <summary>Writes what is decided, as one set.</summary>
    public static ValueTask<Outcome<TAnswer>> DecideAsync<TFacts, TAnswer>(
        this IStore store,
        AccountId account,
        Func<IReads, ValueTask<TFacts>> read,
        Func<TFacts, Moment, Verdict<TAnswer>> decide) =>
        store.WriteAsync(WriteOf(account, read, decide), TestContext.Current.CancellationToken);

    /// <summary>Writes the changes as one set and gives back the moment that they were decided at.</summary>
    public static async Task<Moment> ApplyAsync(this IStore store, AccountId account, params IReadOnlyList<Change> changes)
    {
        var outcome = await store.DecideAsync(
            account, _ => new(0), (int _, Moment moment) => Verdict<Moment>.Of(moment, changes));
        outcome.Revision.ShouldBe(outcome.Value.Revision + changes.Count);
        return outcome.Value;
    }

    /// <summary>Leaves notes and changes nothing.</summary>
    public static async Task<Outcome<Moment>> LeaveAsync(this IStore store, AccountId account, params IReadOnlyList<Note> notes) =>
        await store.DecideAsync(
            account,
            _ => new(0),
            (int _, Moment moment) => notes.Aggregate(Verdict<Moment>.Of(moment), (verdict, note) => verdict.Leaving(note)));

    /// <summary>What was left under the name, as text.</summary>
    public static async Task<string?> NoteAsync(this IStore store, AccountId account, string name) =>
        await store.AskAsync(account, reads => reads.NoteAsync(name)) is { } note ? Encoding.UTF8.GetString(note.Content.Span) : null;

    /// <summary>The answer to a question that has no fault.</summary>
    public static async Task<T> AskAsync<T>(this IStore store, AccountId account, Func<IReads, ValueTask<T>> question)
    {
        var outcome = await store.ReadAsync<T>(
            account, async reads => await question(reads), TestContext.Current.CancellationToken);
        return outcome.Value;
    }

    public static Task<long> RevisionAsync(this IStore store, AccountId account) =>
        store.RevisionAsync(account, TestContext.Current.CancellationToken).AsTask();

    public static Task<Moment> OpenAccountAsync(this IStore store, AccountId account) =>
        store.ApplyAsync(account, new AccountOpened("The account " + account.Value));

    public static Task<Moment> AddUserAsync(this IStore store, AccountId account, string id, string? name = null) =>
        store.ApplyAsync(account, Sample.User(id, name));

    public static Task<Moment> AddScopeAsync(this IStore store, AccountId account, ScopeId scope, ScopeId? parent = null) =>
        store.ApplyAsync(account, Sample.Scope(account, scope, parent));

    /// <summary>Gives an existing user a standard role.</summary>
    public static async Task<Moment> GiveAsync(
        this IStore store, AccountId account, string user, ScopeId scope, string role, Instant? until = null)
    {
        var outcome = await store.DecideAsync(
            account,
            reads => reads.UserAsync(new UserId(user)),
            (User? found, Moment moment) => Verdict<Moment>.Of(moment, Sample.Give(user, found!.Number, scope, role, until)));
        return outcome.Value;
    }

    public static Task<Moment> EndAsync(this IStore store, AccountId account, string user, ScopeId scope, Level level) =>
        store.ApplyAsync(account, new MembershipEnded(MemberId.User(new UserId(user)), scope, level));

    public static async Task<Membership?> MembershipAsync(this IStore store, AccountId account, string user, ScopeId scope) =>
        await store.AskAsync(account, reads => reads.MembershipAsync(MemberId.User(new UserId(user)), scope));

    public static async Task<User?> UserAsync(this IStore store, AccountId account, string user) =>
        await store.AskAsync(account, reads => reads.UserAsync(new UserId(user)));

    /// <summary>Compares all state, row for row.</summary>
    public static async Task ShouldHoldTheSameAsync(this StoreDatabase database, StoreDatabase other)
    {
        var (rows, others) = (await database.StateAsync(), await other.StateAsync());
        rows.Except(others).ShouldBeEmpty(string.Join("\n", others.Except(rows).Take(3)));
        rows.Count.ShouldBe(others.Count);
    }
}
