using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Tests.Core.Keys;

public sealed class KeyRulesTests
{
    private static readonly Credential Fresh = new(new("Ab3dE6gH9k"), new string('s', 53), null);

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(2_000L, null, false)]
    [InlineData(2_000L, 2_000L, false)]
    [InlineData(1_999L, 2_000L, false)]
    [InlineData(2_001L, 2_000L, true)]
    [InlineData(null, 2_000L, true)]
    public void No_key_makes_one_that_lives_longer_than_itself(long? made, long? maker, bool refused) =>
        (KeyRules.Outlives(Make(made), At(maker)) is { Kind: FaultKind.StrongerKey }).ShouldBe(refused);

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(5L, null, 5L)]
    [InlineData(null, 6L, 6L)]
    [InlineData(5L, 6L, 5L)]
    [InlineData(6L, 5L, 5L)]
    public void A_rotated_key_ends_with_its_overlap_or_before(long? expires, long? revoked, long? ends) =>
        (Make(expires) with { RevokedAt = At(revoked) }).EndsAt.ShouldBe(At(ends));

    [Theory]
    [InlineData(Grants.Admin, null, false)]
    [InlineData(Grants.Admin, Level.Admin, false)]
    [InlineData(Grants.Admin, Level.Member, true)]
    [InlineData(Grants.Admin | Grants.Read, Level.Viewer, true)]
    [InlineData(Grants.Provision, Level.Viewer, false)]
    public void A_key_that_may_do_everything_has_level_admin(Grants grants, Level? level, bool refused) =>
        (KeyRules.Check(new("key", grants, level)) is { Field: "level" }).ShouldBe(refused);

    private static ApiKey Make(long? expires) => KeyRules.New(
        new("key", Grants.Admin, ExpiresAt: At(expires)), Fresh, new Moment(new Instant(1_000), 7), "key:0123456789");

    private static Instant? At(long? microseconds) => microseconds is { } value ? new Instant(value) : null;
}
