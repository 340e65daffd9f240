using Roster.Core.Access;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>The log gives back each change as it was written.</summary>
public abstract class LogSpec(StoreEngine engine) : Spec(engine)
{
    private static readonly UserId Uma = new("uma");
    private static readonly ScopeId Place = ScopeId.Connector("c");
    private static readonly Instant Later = new(1_893_456_000_000_001);

    private static readonly Person Whole = new(
        Sample.Name("Uma@example.com"), "Uma", "", "+49", "data:image/png;base64,AA==", "ext", """{"x":"\u00e9"}""");

    private static readonly Attributes Some = Attributes.From(
        [new("role", Scalar.Of("admin \" \u00e9")), new("level", Scalar.Of(0.1)), new("soft", Scalar.Of(false))]);

    /// <summary>Every kind of change, each a true continuation of those before, with absent, null and empty values apart.</summary>
    private static readonly IReadOnlyList<Change> EveryKind =
    [
        new AccountOpened("Example, Inc."),
        new ScopeCreated(ScopeId.Group("g"), ScopeId.Account(new("org-log")), "The group", null, null),
        new ScopeCreated(Place, ScopeId.Group("g"), "a_schema", "a_service", "{}"),
        new ScopeChanged(Place, default, new Optional<string?>(null)),
        new ScopeChanged(Place, "another", default),
        new ScopeChanged(Place, "", ""),
        new UserCreated(Uma, true, true, Whole),
        new UserChanged(Uma, new PersonPatch()),
        new UserChanged(Uma, new PersonPatch(GivenName: new Optional<string?>(null), FamilyName: "", UserSchema: "{}")),
        new UserChanged(Uma, new PersonPatch(Name: Sample.Name("Una@example.com"), Phone: "1", Picture: "p", ExternalId: "e")),
        new UserChanged(Uma, new PersonPatch(DisplayName: "U", Profile: new UserProfile("{}", [new(TermKind.Email, "a"), new(TermKind.Manager, "")]))),
        new UserChanged(Uma, new PersonPatch(Profile: new Optional<UserProfile?>(null))),
        new UserVerified(Uma),
        new UserUnverified(Uma),
        new RoleGiven(MemberId.User(Uma), 7, Place, "Edit Connection", Level.Member, false, Later),
        new RoleChanged(MemberId.User(Uma), Place, "Manage Connection", Level.Admin, true, null, Level.Member),
        new MembershipEnded(MemberId.User(Uma), Place, Level.Admin),
        new KeyMinted(new("abcdefghij"), Sample.Hash("a"), "", Grants.Admin | Grants.Check, Level.Admin, Uma, ["a", ""], Later),
        new KeyMinted(new("bcdefghijk"), Sample.Hash("b"), "CI", Grants.None, Level.None, null, [], null),
        new KeyRevoked(new("abcdefghij"), Later),
        new InvitationIssued(new("i1"), Uma, Sample.Hash("c"), Later, Sample.Name("Una@example.com")),
        new InvitationVoided(new("i1"), Uma),
        new InvitationIssued(new("i2"), Uma, Sample.Hash("d"), Later, Sample.Name("Una@example.com")),
        new InvitationAccepted(new("i2"), Uma),
        new RoleDefined("Janitor", "Cleans.", [ScopeKind.Group, ScopeKind.Team], Level.Member, ["read", "sweep"]),
        new RoleRedefined("Janitor", "", [ScopeKind.Account], Level.Viewer, []),
        new ScopeCreated(ScopeId.Team("t"), ScopeId.Account(new("org-log")), "The team", null, "Cleans.", "e"),
        new ScopeChanged(ScopeId.Team("t"), default, default, new Optional<string?>(null)),
        new RoleGroupChanged(ScopeId.Account(new("org-log")), Level.Member, null),
        new RoleGroupChanged(ScopeId.Account(new("org-log")), Level.Member, "e"),
        new RoleGiven(MemberId.Team("t"), 30, ScopeId.Account(new("org-log")), "Janitor", Level.Viewer, true, null),
        new RoleGiven(MemberId.User(Uma), 7, ScopeId.Team("t"), "Team Member", Level.Member, false, null),
        new AccessSettingsChanged([new("person", MemberKind.User, SubjectIdentifier.ExternalId), new("team", MemberKind.Team, SubjectIdentifier.Id)], true),
        new UserAttributesSet(Uma, Some),
        new ResourceTypeDefined("record", ResourceIds.Registered, ScopeId.Account(new("org-log"))),
        new ResourceTypeDefined("record", ResourceIds.Any, ScopeId.Group("g")),
        new ResourceRegistered("record", "r 1", ScopeId.Group("g"), Some),
        new ResourceRegistered("record", "r 1", Place, Attributes.None),
        new ResourceRemoved("record", "r 1"),
        new ResourceRegistered("record", "r 2", Place, Some),
        new ResourceTypeDefined("route", ResourceIds.Any, ScopeId.Group("g")),
        new ResourceTypeRemoved("route"),
        new UserDeactivated(Uma),
        new UserActivated(Uma),
        new UserDeleted(Uma),
        new UserRevived(Uma, false, true, Sample.Person("una@example.com")),
        new ScopeEnded(Place),
        new ScopeEnded(ScopeId.Team("t")),
        new RoleRemoved("Janitor"),
        new AccountClosed(),
    ];

    [Fact]
    public void The_sample_has_every_kind_of_change()
    {
        var kinds = typeof(Change).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Change)));

        EveryKind.Select(change => change.GetType()).Distinct().ShouldBe(kinds, ignoreOrder: true);
    }

    [Fact]
    public async Task Each_kind_comes_back_as_it_was_written()
    {
        var account = new AccountId("org-log");
        foreach (var change in EveryKind)
        {
            await Store.ApplyAsync(account, change);
        }

        await Database.ReopenAsync();

        var log = await Store.AskAsync(account, reads => reads.ChangesAsync(0, 100));
        log.Select(entry => Show.Of(entry.Change)).ShouldBe(EveryKind.Select(Show.Of));
    }

    [Fact]
    public async Task All_kinds_go_into_one_set()
    {
        var account = new AccountId("org-log");
        await Store.ApplyAsync(account, EveryKind);

        var log = await Store.AskAsync(account, reads => reads.ChangesAsync(0, 100));
        log.Select(entry => Show.Of(entry.Change)).ShouldBe(EveryKind.Select(Show.Of));
        log.ShouldAllBe(entry => entry.Set == 1);
    }

    [Fact]
    public async Task Replaying_every_kind_gives_the_same_rows()
    {
        foreach (var change in EveryKind)
        {
            await Store.ApplyAsync(new("org-log"), change);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await using var replayed = await Engine.CreateAsync(new TestClock());
        await Database.ReplayIntoAsync(replayed);

        await replayed.ShouldHoldTheSameAsync(Database);
    }

    [Fact]
    public async Task An_entry_says_when_by_whom_through_which_door_and_in_which_set()
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Store.WriteAsync(
            new Write<int, Done>(
                Home, Acts.NextToken(), "invitation:i-1", Door.Scim, _ => new(0), (_, _) => Verdict<Done>.Of(default, Sample.User("u1"), Sample.User("u2"))),
            Token);
        await Store.AddUserAsync(Home, "u3");

        var log = await Store.AskAsync(Home, reads => reads.ChangesAsync(1, 10));

        log.Select(entry => entry with { Change = new AccountClosed() }).ShouldBe([
            new(2, 2, Clock.Now, "invitation:i-1", Door.Scim, new AccountClosed()),
            new(3, 2, Clock.Now, "invitation:i-1", Door.Scim, new AccountClosed()),
            new(4, 4, Clock.Now, Acts.Actor, Door.Native, new AccountClosed()),
        ]);
    }

    [Fact]
    public async Task It_is_read_from_any_revision_on()
    {
        await Store.ApplyAsync(Home, [.. Enumerable.Range(0, 20).Select(i => Sample.User($"u{i}"))]);

        (await RevisionsAsync(after: 0, limit: 3)).ShouldBe([1, 2, 3]);
        (await RevisionsAsync(after: 7, limit: 3)).ShouldBe([8, 9, 10]);
        (await RevisionsAsync(after: 19, limit: 3)).ShouldBe([20, 21]);
        (await RevisionsAsync(after: 21, limit: 3)).ShouldBeEmpty();
        (await RevisionsAsync(after: 99, limit: 3)).ShouldBeEmpty();
    }

    private async Task<IEnumerable<long>> RevisionsAsync(long after, int limit) =>
        (await Store.AskAsync(Home, reads => reads.ChangesAsync(after, limit))).Select(entry => entry.Revision);
}
