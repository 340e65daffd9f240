using Roster.Core.Access;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Values;

namespace Roster.Tests.Core.Access;

public sealed class StandingTests
{
    [Theory]
    [InlineData(Grants.None, false, false, false, false)]
    [InlineData(Grants.Read, true, false, false, false)]
    [InlineData(Grants.Provision, true, true, false, false)]
    [InlineData(Grants.Check, false, false, false, true)]
    [InlineData(Grants.Read | Grants.Check, true, false, false, true)]
    [InlineData(Grants.Admin, true, true, true, true)]
    public void What_each_grant_allows(Grants held, bool read, bool provision, bool admin, bool check)
    {
        var standing = new Standing(held, Level.Admin);

        standing.Allows(Grants.Read).ShouldBe(read);
        standing.Allows(Grants.Provision).ShouldBe(provision);
        standing.Allows(Grants.Admin).ShouldBe(admin);
        standing.Allows(Grants.Check).ShouldBe(check);
    }

    [Theory]
    [InlineData(Grants.Admin, Level.Admin, Grants.Admin, Level.Admin)]
    [InlineData(Grants.Admin, Level.Member, Grants.Read | Grants.Check, Level.Member)]
    [InlineData(Grants.Admin, Level.Viewer, Grants.Read | Grants.Check, Level.Viewer)]
    [InlineData(Grants.Provision, Level.Admin, Grants.Provision, Level.Admin)]
    [InlineData(Grants.Provision, Level.Member, Grants.Read, Level.Member)]
    [InlineData(Grants.Check, Level.Viewer, Grants.Check, Level.Viewer)]
    [InlineData(Grants.Admin, Level.None, Grants.None, Level.None)]
    public void A_key_with_an_owner_counts_only_as_far_as_the_owner(Grants minted, Level owners, Grants grants, Level level) =>
        Standing.Of(Key(minted, Level.Admin, owner: "user-1"), owners).ShouldBe(new Standing(grants, level));

    [Fact]
    public void The_level_of_a_key_bounds_its_owners() =>
        Standing.Of(Key(Grants.Provision, Level.Member, owner: "user-1"), Level.Admin).Level.ShouldBe(Level.Member);

    [Fact]
    public void A_key_without_owner_has_its_own_level() =>
        Standing.Of(Key(Grants.Provision, Level.Viewer, owner: null), Level.None).ShouldBe(new Standing(Grants.Provision, Level.Viewer));

    [Theory]
    [InlineData(Level.Viewer, Level.None, true)]
    [InlineData(Level.Viewer, Level.Viewer, true)]
    [InlineData(Level.Viewer, Level.Member, false)]
    [InlineData(Level.Member, Level.Admin, false)]
    [InlineData(Level.Admin, Level.Admin, true)]
    public void Nobody_touches_a_role_above_their_own_level(Level own, Level touched, bool allowed) =>
        Permission.Above(new Standing(Grants.Provision, own), touched)?.Kind
            .ShouldBe(allowed ? default : FaultKind.AboveActor);

    private static ApiKey Key(Grants grants, Level level, string? owner) => new(
        new("Ab3dE6gH9k"), 1, default, "", grants, level, owner is null ? null : new UserId(owner), [], null, null, "server", default, null);
}
