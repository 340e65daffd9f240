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
    public ValueTask<Outcome<ApiKey>> RunAsync(Caller caller, KeyId id, CancellationToken cancellationToken) =>
        RunAsync(caller, id, (key, moment) => End(key, moment) ?? KeyRules.Unknown(id), cancellationToken);

    /// <summary>Ends a key that the caller has made itself, and shows it again where it has ended; any other is as unknown.</summary>
    public ValueTask<Outcome<ApiKey>> OwnMadeAsync(Caller caller, KeyId id, CancellationToken cancellationToken) => RunAsync(
        caller,
        id,
        (key, moment) => key.CreatedBy == caller.Actor.Name ? End(key, moment) ?? Verdict<ApiKey>.Of(key) : KeyRules.Unknown(id),
        cancellationToken);

    private ValueTask<Outcome<ApiKey>> RunAsync(
        Caller caller, KeyId id, Func<ApiKey, Moment, Verdict<ApiKey>> decide, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, id),
            (facts, moment) => Permission.Needs(facts.Standing, Grants.Admin) is { } refused ? refused
                : facts.Key is { } key ? decide(key, moment)
                : KeyRules.Unknown(id),
            cancellationToken);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, KeyId id)
    {
        var standing = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var key = reads.KeyAsync(id);
        return new(await standing, await key);
    }

    /// <summary>Null where it has ended before.</summary>
    private static Verdict<ApiKey>? End(ApiKey key, Moment moment) => key.RevokedAt is { } ended && ended <= moment.Now
        ? default(Verdict<ApiKey>?)
        : Verdict<ApiKey>.Of(key with { RevokedAt = moment.Now }, new KeyRevoked(key.Id, moment.Now));

    private sealed record Facts(Outcome<Standing> Standing, ApiKey? Key);
}
