using System.Security.Cryptography;
using Roster.Core.Keys;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Server.Composition;

/// <summary>
/// Random ids and secrets, each character equally likely. What is numerous sorts by the time it was made, so that new rows go
/// to the end of their indexes.
/// </summary>
internal sealed class RandomIds(TimeProvider clock) : IIdSource
{
    private const string Base36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const string LettersAndDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    // People read organizations' ids aloud: nothing that looks like something else.
    private const string Unmistakable = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz";

    // Milliseconds until the year 5188.
    private const int TimeLength = 9;

    // 62 bits.
    private const int TailLength = 12;

    private const int OrganizationLength = 12;
    private const int KeyLength = 10;

    public UserId NextUser() => new("user-" + Sorted());

    public string NextScope(ScopeKind kind) =>
        kind == ScopeKind.Organization ? Organization() : $"{kind.ToString().ToLowerInvariant()}-{Sorted()}";

    public AccountId NextAccount() => new(Organization());

    public KeyId NextKey() => new(RandomNumberGenerator.GetString(LettersAndDigits, KeyLength));

    public InvitationId NextInvitation() => new("invitation-" + Sorted());

    public SetToken NextSet() => new(Sorted());

    public string NextPlan() => "plan-" + Sorted();

    public string NextSecret() => RandomNumberGenerator.GetString(LettersAndDigits, Secret.Length);

    private static string Organization() => "org-" + RandomNumberGenerator.GetString(Unmistakable, OrganizationLength);

    private string Sorted() => string.Create(TimeLength + TailLength, clock.GetUtcNow().ToUnixTimeMilliseconds(), (text, time) =>
    {
        for (var i = TimeLength - 1; i >= 0; i--, time /= Base36.Length)
        {
            text[i] = Base36[(int)(time % Base36.Length)];
        }

        RandomNumberGenerator.GetItems(Base36, text[TimeLength..]);
    });
}
