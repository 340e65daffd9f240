namespace Roster.Core.Values;

/// <summary>The tenant's id, <c>org-[0-9A-Za-z]+</c>; unique in the instance.</summary>
public readonly record struct AccountId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A user's id, unique in its account; <c>user-…</c> when made here.</summary>
public readonly record struct UserId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The public half of an API key: ten letters and digits, unique in the instance.</summary>
public readonly record struct KeyId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>An invitation's id, unique in its account.</summary>
public readonly record struct InvitationId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Names one set of changes before it is first tried, so that a lost commit can be looked for; unique in its account.</summary>
public readonly record struct SetToken(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The form every id has, whoever chose it: <c>[A-Za-z0-9_-]{1,128}</c>, compared by bytes.</summary>
public static class IdForm
{
    public const int MaxLength = 128;

    public static bool IsId(string value) =>
        value.Length is > 0 and <= MaxLength && !value.AsSpan().ContainsAnyExcept(IdCharacters);

    /// <summary>Accounts and organizations share one form and one space: <c>org-[0-9A-Za-z]+</c>.</summary>
    public static bool IsOrganizationId(string value) =>
        value.Length is > 4 and <= MaxLength
        && value.StartsWith("org-", StringComparison.Ordinal)
        && !value.AsSpan(4).ContainsAnyExcept(LettersAndDigits);

    /// <summary>Ten letters and digits.</summary>
    public static bool IsKeyId(string value) => value.Length == 10 && !value.AsSpan().ContainsAnyExcept(LettersAndDigits);

    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static readonly System.Buffers.SearchValues<char> LettersAndDigits = System.Buffers.SearchValues.Create(Alphanumeric);
    private static readonly System.Buffers.SearchValues<char> IdCharacters = System.Buffers.SearchValues.Create(Alphanumeric + "_-");
}
