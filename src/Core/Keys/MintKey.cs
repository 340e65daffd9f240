using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Keys;

/// <param name="Level">How high a role a key without owner may give; null for member, or admin where it has the admin grant.</param>
/// <param name="Owner">The key dies with this user and counts only as far as their level.</param>
/// <param name="Labels">WhyLabs' scope names, kept and shown.</param>
public sealed record MintKeyRequest(
    string Name,
    Grants Grants,
    Level? Level = null,
    UserId? Owner = null,
    IReadOnlyList<string>? Labels = null,
    Instant? ExpiresAt = null);

/// <summary>A key and, this once, its full text.</summary>
public sealed record MintedKey(ApiKey Key, Credential Credential);

/// <summary>Makes a key that can do no more, and lives no longer, than the one that asks.</summary>
public sealed class MintKey(Writing writing)
{
    public async ValueTask<Outcome<MintedKey>> RunAsync(
        Caller caller, MintKeyRequest request, CancellationToken cancellationToken)
    {
        if (KeyRules.Check(request) is { } fault)
        {
            return fault;
        }

        var credential = new Credential(writing.Ids.NextKey(), writing.Ids.NextSecret(), caller.Account.Value);
        return await writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, request.Owner),
            (facts, moment) => Decide(facts, moment, request, credential, caller),
            cancellationToken);
    }

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, UserId? owner)
    {
        var standing = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var ends = reads.EndOfAsync(caller);
        var user = owner is { } id ? reads.UserAsync(id) : default;
        return new(await standing, reads.Account is { ClosedAt: null }, await ends, await user);
    }

    private static Verdict<MintedKey> Decide(
        Facts facts, Moment moment, MintKeyRequest request, Credential credential, Caller caller)
    {
        if (Permission.Needs(facts.Standing, Grants.Admin) is { } refused)
        {
            return refused;
        }

        if (!facts.AccountIsOpen)
        {
            return new Fault(FaultKind.UnknownAccount, $"There is no account '{caller.Account}'.", Id: caller.Account.Value);
        }

        if (request.Owner is { } owner && facts.Owner is not { Active: true })
        {
            return new Fault(FaultKind.InvalidValue, "must be an active user of the account", "ownerId", owner.Value);
        }

        if (request.ExpiresAt is { } end && end <= moment.Now)
        {
            return Fault.Invalid("expiresAt", "must be in the future");
        }

        var key = KeyRules.New(request, credential, moment, caller.Actor.Name);
        return KeyRules.Outlives(key, facts.ActorEnds) is { } stronger
            ? stronger
            : Verdict<MintedKey>.Of(new(key, credential), KeyRules.Minted(key));
    }

    private sealed record Facts(Outcome<Standing> Standing, bool AccountIsOpen, Instant? ActorEnds, User? Owner);
}
