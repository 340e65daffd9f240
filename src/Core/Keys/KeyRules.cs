using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Keys;

/// <summary>Decisions about keys that several use cases share.</summary>
public static class KeyRules
{
    public static Fault? Check(MintKeyRequest request)
    {
        if (request.Name.Length > Text.MaxName)
        {
            return Fault.Invalid("name", $"must be at most {Text.MaxName} characters long");
        }

        var isAdmin = (request.Grants & Grants.Admin) != 0;
        return isAdmin && request.Level is not (null or Level.Admin)
            ? Fault.Invalid("level", "must be admin where the key may do everything")
            : null;
    }

    /// <summary>Only a key that may do everything makes keys, so its end is all that a new one could exceed.</summary>
    /// <param name="makerEnds">Null for a maker without an end.</param>
    public static Fault? Outlives(ApiKey made, Instant? makerEnds) =>
        makerEnds is { } limit && (made.ExpiresAt is not { } end || end > limit)
            ? new(FaultKind.StrongerKey, "A key cannot make one that lives longer than itself.", "expiresAt")
            : null;

    /// <summary>When the key that asks ends; null for one without an end, and for who asks without a key.</summary>
    public static async ValueTask<Instant?> EndOfAsync(this IReads reads, Caller caller) =>
        caller.Actor is KeyActor actor ? (await reads.KeyAsync(actor.Key.Id))?.EndsAt : null;

    public static ApiKey New(MintKeyRequest request, Credential credential, Moment moment, string actor) => new(
        credential.Id,
        moment.Number(0),
        Secret.Hash(credential.Secret),
        request.Name,
        request.Grants,
        request.Level ?? DefaultLevel(request),
        request.Owner,
        request.Labels ?? [],
        request.ExpiresAt,
        null,
        actor,
        moment.Now,
        null);

    public static KeyMinted Minted(ApiKey key) => new(
        key.Id, key.SecretHash, key.Name, key.Grants, key.Level, key.Owner, key.Labels, key.ExpiresAt);

    public static Fault Unknown(KeyId id) => new(FaultKind.UnknownKey, $"There is no key '{id}'.", Id: id.Value);

    // An owner's level bounds the key anyway.
    private static Level DefaultLevel(MintKeyRequest request) =>
        request.Owner is not null || (request.Grants & Grants.Admin) != 0 ? Level.Admin : Level.Member;
}
