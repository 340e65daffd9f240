using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Keys;

/// <summary>Ends a key at once, the one that asks included.</summary>
public sealed class RevokeKey(Writing writing)
{
    public ValueTask<Outcome<ApiKey>> RunAsync(Caller caller, KeyId key, CancellationToken cancellationToken) =>
        RunAsync(caller, key, _ => true, cancellationToken);

    /// <summary>Ends a key that the caller has made itself; any other is as unknown.</summary>
    public ValueTask<Outcome<ApiKey>> OwnMadeAsync(Caller caller, KeyId key, CancellationToken cancellationToken) =>
        RunAsync(caller, key, found => found.CreatedBy == caller.Actor.Name, cancellationToken);

    private ValueTask<Outcome<ApiKey>> RunAsync(
        Caller caller, KeyId key, Predicate<ApiKey> isMeant, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, key),
            (facts, moment) => Decide(facts, moment, key, isMeant),
            cancellationToken);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, KeyId id)
    {
        var standing = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var key = reads.KeyAsync(id);
        return new(await standing, await key);
    }

    private static Verdict<ApiKey> Decide(Facts facts, Moment moment, KeyId id, Predicate<ApiKey> isMeant)
    {
        if (Permission.Needs(facts.Standing, Grants.Admin) is { } refused)
        {
            return refused;
        }

        return facts.Key is { } key && isMeant(key) && (key.RevokedAt is not { } ended || ended > moment.Now)
            ? Verdict<ApiKey>.Of(key with { RevokedAt = moment.Now }, new KeyRevoked(id, moment.Now))
            : KeyRules.Unknown(id);
    }

    private sealed record Facts(Outcome<Standing> Standing, ApiKey? Key);
}
