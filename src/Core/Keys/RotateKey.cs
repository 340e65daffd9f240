using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Keys;

/// <summary>Makes a key like another one, which ends after an overlap in which both are valid.</summary>
public sealed class RotateKey(Writing writing)
{
    /// <summary>Longest overlap.</summary>
    public static readonly TimeSpan MaxOverlap = TimeSpan.FromDays(30);

    public async ValueTask<Outcome<MintedKey>> RunAsync(
        Caller caller, KeyId key, TimeSpan overlap, CancellationToken cancellationToken)
    {
        if (overlap < TimeSpan.Zero || overlap > MaxOverlap)
        {
            return Fault.Invalid("overlapSeconds", $"must be between 0 and {(long)MaxOverlap.TotalSeconds}");
        }

        var credential = new Credential(writing.Ids.NextKey(), writing.Ids.NextSecret(), caller.Account.Value);
        return await writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, key),
            (facts, moment) => Decide(facts, moment, key, overlap, credential, caller),
            cancellationToken);
    }

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, KeyId id)
    {
        var standing = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var ends = reads.EndOfAsync(caller);
        var key = reads.KeyAsync(id);
        return new(await standing, await ends, await key);
    }

    private static Verdict<MintedKey> Decide(
        Facts facts, Moment moment, KeyId id, TimeSpan overlap, Credential credential, Caller caller)
    {
        if (Permission.Needs(facts.Standing, Grants.Admin) is { } refused)
        {
            return refused;
        }

        if (facts.Key is not { } old || !old.IsValidAt(moment.Now))
        {
            return KeyRules.Unknown(id);
        }

        var like = new MintKeyRequest(old.Name, old.Grants, old.Level, old.Owner, old.Labels, old.ExpiresAt);
        var fresh = KeyRules.New(like, credential, moment, caller.Actor.Name);
        if (KeyRules.Outlives(fresh, facts.ActorEnds) is { } stronger)
        {
            return stronger;
        }

        var end = moment.Now.Plus(overlap);
        var ends = old.RevokedAt is { } earlier && earlier < end ? earlier : end;
        return Verdict<MintedKey>.Of(new(fresh, credential), KeyRules.Minted(fresh), new KeyRevoked(id, ends));
    }

    private sealed record Facts(Outcome<Standing> Standing, Instant? ActorEnds, ApiKey? Key);
}
