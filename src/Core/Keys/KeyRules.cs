using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Keys;

/// <summary>Decisions about keys that several use cases share.</summary>
public static class KeyRules
{
    public static Fault? CheckName(string name) =>
        name.Length > Text.MaxName ? Fault.Invalid("name", $"must be at most {Text.MaxName} characters long") : null;

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
