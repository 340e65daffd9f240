using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access;

/// <summary>Judges what a caller may do in a scope, in a read's snapshot or under a write's lock.</summary>
public static class Asking
{
    /// <summary>Asks a question that needs a grant in the account scope.</summary>
    public static ValueTask<Outcome<T>> AskAsync<T>(
        this IStore store,
        Caller caller,
        Func<IReads, ValueTask<Outcome<T>>> question,
        CancellationToken cancellationToken) =>
        store.AskAsync(caller, ScopeId.Account(caller.Account), question, cancellationToken);

    /// <summary>Asks a question that needs the read grant in the scope given. Whoever has it by their owner's roles is judged on the latest.</summary>
    public static ValueTask<Outcome<T>> AskAsync<T>(
        this IStore store,
        Caller caller,
        ScopeId place,
        Func<IReads, ValueTask<Outcome<T>>> question,
        CancellationToken cancellationToken) =>
        store.ReadAsync(
            caller.Account,
            MayReadAll(caller) ? caller.Seen : 0,
            reads => AnswerAsync(reads, caller, place, question),
            cancellationToken);

    /// <summary>Asks a question that reads much, and needs the read grant in the account scope.</summary>
    public static ValueTask<Outcome<T>> AskLongAsync<T>(
        this IStore store, Caller caller, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken) =>
        store.ReadLongAsync(
            caller.Account, reads => AnswerAsync(reads, caller, ScopeId.Account(caller.Account), question), cancellationToken);

    /// <summary>What the caller may do in the scope, judged on this snapshot alone.</summary>
    public static async ValueTask<Outcome<Standing>> StandingAsync(this IReads reads, Caller caller, ScopeId place)
    {
        if (caller.Actor is not KeyActor actor)
        {
            return Standing.Full;
        }

        if (reads.Account is not { ClosedAt: null })
        {
            return NotValid();
        }

        // A key's owner never changes: nobody has to wait for the key to ask about them.
        var finding = reads.KeyAsync(actor.Key.Id);
        var ownerLevel = actor.Owner is { } owner ? await reads.OwnerLevelAsync(owner, place) : Level.None;
        return await finding is { } key && key.IsValidAt(reads.Now) ? Standing.Of(key, ownerLevel) : NotValid();
    }

    /// <summary>The highest level of the user's own roles and of their teams' in the scope or above it.</summary>
    public static async ValueTask<Level> OwnerLevelAsync(this IReads reads, UserId owner, ScopeId place)
    {
        var account = ScopeId.Account(reads.Account!.Id);
        var user = reads.UserAsync(owner);
        var inAccount = reads.LevelInAsync(owner, account);
        var here = place == account ? default : reads.LevelInAsync(owner, place);

        // Only a connector has anything between itself and the account: its group.
        var connector = place.Kind == ScopeKind.Connector ? reads.ScopeAsync(place) : default;
        var level = LevelRules.Highest(await inAccount, await here);
        var group = (await connector)?.Parent;
        if (await user is not { Active: true })
        {
            return Level.None;
        }

        return level < Level.Admin && group is { } above ? LevelRules.Highest(level, await reads.LevelInAsync(owner, above)) : level;
    }

    public static Fault NotPermitted(Grants need) =>
        new(FaultKind.NotPermitted, $"The key may not do this here: it needs '{NameOf(need)}'.", Id: NameOf(need));

    private static async ValueTask<Outcome<T>> AnswerAsync<T>(
        IReads reads, Caller caller, ScopeId place, Func<IReads, ValueTask<Outcome<T>>> question)
    {
        if (!MayReadAll(caller))
        {
            var standing = await reads.StandingAsync(caller, place);
            if (standing.Failed(out var fault))
            {
                return fault;
            }

            if (!standing.Value.Allows(Grants.Read))
            {
                return NotPermitted(Grants.Read);
            }
        }

        return await question(reads);
    }

    private static string NameOf(Grants need) => need switch
    {
        Grants.Read => "read",
        Grants.Provision => "provision",
        Grants.Check => "check",
        _ => "admin",
    };

    private static bool MayReadAll(Caller caller) =>
        caller.Actor is not KeyActor actor || actor.InAccount.Allows(Grants.Read);

    private static Fault NotValid() => new(FaultKind.KeyNotValid, "The key is no longer valid.");

    private static async ValueTask<Level> LevelInAsync(this IReads reads, UserId user, ScopeId scope)
    {
        var own = reads.MembershipAsync(MemberId.User(user), scope);

        // No team is in a team.
        var through = scope.Kind == ScopeKind.Team ? default : reads.LevelThroughTeamsAsync(user, scope);
        return LevelRules.Highest((await own)?.Level ?? Level.None, await through);
    }
}
