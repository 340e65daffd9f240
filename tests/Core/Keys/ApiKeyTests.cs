using Roster.Core.Keys;
using Roster.Core.Roles;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Tests.Core.Keys;

public sealed class ApiKeyTests
{
    private static readonly Moment Now = new(new Instant(1_000), 7);
    private static readonly Credential Fresh = new(new("Ab3dE6gH9k"), new string('s', 53), null);

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(1_001L, null, true)]
    [InlineData(1_000L, null, false)]
    [InlineData(null, 1_001L, true)]
    [InlineData(null, 1_000L, false)]
    [InlineData(1_001L, 999L, false)]
    [InlineData(999L, 1_001L, false)]
    public void A_key_is_valid_until_the_earlier_of_its_ends(long? expires, long? revoked, bool valid)
    {
        var key = Make(new("key", Grants.Read)) with { ExpiresAt = At(expires), RevokedAt = At(revoked) };

        key.IsValidAt(Now.Now).ShouldBe(valid);
    }

    [Theory]
    [InlineData(Grants.Admin, null, Level.Admin)]
    [InlineData(Grants.Provision, null, Level.Member)]
    [InlineData(Grants.Read, null, Level.Member)]
    [InlineData(Grants.Provision, Level.Viewer, Level.Viewer)]
    [InlineData(Grants.Provision, Level.Admin, Level.Admin)]
    public void A_key_without_owner_has_the_level_named_or_member_unless_it_may_do_everything(
        Grants grants, Level? named, Level level) =>
        Make(new("key", grants, named)).Level.ShouldBe(level);

    [Fact]
    public void An_owners_level_bounds_the_key_so_none_is_named() =>
        Make(new("key", Grants.Provision, Owner: new UserId("user-1"))).Level.ShouldBe(Level.Admin);

    [Fact]
    public void The_log_has_the_hash_and_never_the_secret()
    {
        var key = Make(new("key", Grants.Read, Labels: [":user"]));
        var minted = KeyRules.Minted(key);

        key.Number.ShouldBe(8);
        minted.SecretHash.ToArray().ShouldBe(System.Security.Cryptography.SHA256.HashData(new string('s', 53).Select(c => (byte)c).ToArray()));
        minted.ToString().ShouldNotContain(Fresh.Secret);
        Secret.Matches(key.SecretHash, Secret.Hash(Fresh.Secret)).ShouldBeTrue();
        Secret.Matches(key.SecretHash, Secret.Hash("another")).ShouldBeFalse();
    }

    private static ApiKey Make(MintKeyRequest request) => KeyRules.New(request, Fresh, Now, "key:0123456789");

    private static Instant? At(long? microseconds) => microseconds is { } value ? new Instant(value) : null;
}
