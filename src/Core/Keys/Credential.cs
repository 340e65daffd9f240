using Roster.Core.Values;

namespace Roster.Core.Keys;

/// <summary>A key as a client presents it: <c>id.secret</c>, and the account where the client says so.</summary>
/// <param name="Account">The <c>:org</c> suffix; refused like an unknown key where it is not the key's account.</param>
public sealed record Credential(KeyId Id, string Secret, string? Account)
{
    /// <summary>Longer than any key of ours, short enough to hash without a thought.</summary>
    public const int MaxLength = 512;

    /// <summary>Null for what cannot be a key.</summary>
    public static Credential? Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0 ? text : text[..colon];
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? null : Of(key[..dot], key[(dot + 1)..], colon < 0 ? null : text[(colon + 1)..]);
    }

    /// <summary>Id and secret that came apart, as Basic authentication sends them.</summary>
    public static Credential? Of(string id, string secret, string? account = null) =>
        IdForm.IsKeyId(id) && secret.Length == Keys.Secret.Length && (account is null || IdForm.IsOrganizationId(account))
            ? new(new KeyId(id), secret, account)
            : null;

    /// <summary>The full form that create calls answer.</summary>
    public override string ToString() => Account is null ? $"{Id}.{Secret}" : $"{Id}.{Secret}:{Account}";
}
