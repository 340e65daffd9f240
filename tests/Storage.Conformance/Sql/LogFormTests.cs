using Roster.Core.Access;
using Roster.Core.Access.Granting;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Storage.Sql.Changes;

namespace Roster.Tests.Storage.Conformance.Sql;

/// <summary>
/// What is in logs already must stay readable, so the stored form of each kind is written out here. A new form needs a new
/// version, and a line of its own beside the old one.
/// </summary>
public sealed class LogFormTests
{
    private static readonly UserId User = new("u");
    private static readonly MemberId Member = MemberId.User(User);
    private static readonly ScopeId Group = ScopeId.Group("g");
    private static readonly InvitationId Invitation = new("i");
    private static readonly byte[] Hash = [1, 2, 3];

    private static readonly Person Person = new(new("Ada", "ada"), "A", null, "1", null, null, "{}");

    private static readonly Attributes Some = Attributes.From(
        [new("team", Scalar.Of("dé")), new("level", Scalar.Of(2)), new("soft", Scalar.Of(true))]);

    private static readonly (Change Change, string Facts, string? Personal)[] Forms =
    [
        (new AccountOpened("Acme"), "{}", """{"name":"Acme"}"""),
        (new AccountClosed(), "{}", null),
        (
            new ScopeCreated(ScopeId.Connector("c"), Group, "dé", "pg", """{"a":1}"""),
            """{"scope":{"kind":4,"id":"c"},"parent":{"kind":3,"id":"g"},"service":"pg"}""",
            """{"name":"dé","settings":"{\"a\":1}"}"""),
        (
            new ScopeChanged(Group, default, new Optional<string?>(null)),
            """{"scope":{"kind":3,"id":"g"}}""",
            """{"settings":null}"""),
        (new ScopeEnded(Group), """{"scope":{"kind":3,"id":"g"}}""", null),
        (
            new UserCreated(User, true, false, Person),
            """{"user":"u","active":true,"pending":false}""",
            """{"name":"Ada","fold":"ada","givenName":"A","phone":"1","userSchema":"{}"}"""),
        (
            new UserRevived(User, false, true, Person),
            """{"user":"u","active":false,"pending":true}""",
            """{"name":"Ada","fold":"ada","givenName":"A","phone":"1","userSchema":"{}"}"""),
        (
            new UserChanged(User, new PersonPatch(GivenName: new Optional<string?>(null), Picture: "p")),
            """{"user":"u"}""",
            """{"givenName":null,"picture":"p"}"""),
        (new UserActivated(User), """{"user":"u"}""", null),
        (new UserDeactivated(User), """{"user":"u"}""", null),
        (new UserVerified(User), """{"user":"u"}""", null),
        (new UserUnverified(User), """{"user":"u"}""", null),
        (new UserDeleted(User), """{"user":"u"}""", null),
        (
            new RoleGiven(Member, 7, Group, "View Destination", Level.Viewer, true, new Instant(9)),
            """{"scope":{"kind":3,"id":"g"},"member":{"kind":1,"id":"u"},"memberNumber":7,"role":"View Destination","level":1,"cascades":true,"until":9}""",
            null),
        (
            new RoleChanged(Member, Group, "View Destination", Level.Viewer, false, null, Level.Admin),
            """{"scope":{"kind":3,"id":"g"},"member":{"kind":1,"id":"u"},"role":"View Destination","level":1,"oldLevel":3,"cascades":false}""",
            null),
        (
            new MembershipEnded(Member, Group, Level.Member),
            """{"scope":{"kind":3,"id":"g"},"member":{"kind":1,"id":"u"},"level":2}""",
            null),
        (
            new RoleGroupChanged(Group, Level.Admin, "e"),
            """{"scope":{"kind":3,"id":"g"},"level":3}""",
            """{"externalId":"e"}"""),
        (
            new KeyMinted(new KeyId("k"), Hash, "My key", Grants.Admin, Level.Admin, User, [":all"], new Instant(5)),
            """{"level":3,"key":"k","hash":"AQID","grants":4,"owner":"u","labels":[":all"],"expiresAt":5}""",
            """{"name":"My key"}"""),
        (new KeyRevoked(new KeyId("k"), new Instant(6)), """{"key":"k","at":6}""", null),
        (
            new InvitationIssued(Invitation, User, Hash, new Instant(5), new UserName("Ada", "ada")),
            """{"user":"u","hash":"AQID","expiresAt":5,"invitation":"i"}""",
            """{"name":"Ada","fold":"ada"}"""),
        (new InvitationVoided(Invitation, User), """{"user":"u","invitation":"i"}""", null),
        (new InvitationAccepted(Invitation, User), """{"user":"u","invitation":"i"}""", null),
        (
            new RoleDefined("Janitor", "Cleans.", [ScopeKind.Account, ScopeKind.Team], Level.Member, ["read", "sweep"]),
            """{"role":"Janitor","level":2,"kinds":[1,5],"permissions":["read","sweep"]}""",
            """{"description":"Cleans."}"""),
        (
            new RoleRedefined("Janitor", "", [ScopeKind.Group], Level.Admin, []),
            """{"role":"Janitor","level":3,"kinds":[3],"permissions":[]}""",
            """{"description":""}"""),
        (new RoleRemoved("Janitor"), """{"role":"Janitor"}""", null),
        (
            new AccessSettingsChanged([new("person", MemberKind.User, SubjectIdentifier.Email)], true),
            """{"subjectTypes":[{"name":"person","kind":1,"identifier":2}],"showsReasons":true}""",
            null),
        (
            new UserAttributesSet(User, Some),
            """{"user":"u"}""",
            """{"attributes":"{\"level\":2,\"soft\":true,\"team\":\"dé\"}"}"""),
        (
            new ResourceTypeDefined("record", ResourceIds.Any, Group),
            """{"scope":{"kind":3,"id":"g"},"resourceType":"record","ids":2}""",
            null),
        (new ResourceTypeRemoved("record"), """{"resourceType":"record"}""", null),
        (
            new ResourceRegistered("record", "r", Group, Some),
            """{"scope":{"kind":3,"id":"g"},"resourceType":"record","resource":"r"}""",
            """{"attributes":"{\"level\":2,\"soft\":true,\"team\":\"dé\"}"}"""),
        (new ResourceRemoved("record", "r"), """{"resourceType":"record","resource":"r"}""", null),
    ];

    public static TheoryData<string> EveryKind =>
        [.. typeof(Change).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Change))).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void A_kind_is_written_as_ever(string kind)
    {
        var (change, facts, personal) = Forms.Single(form => form.Change.GetType().Name == kind);

        ChangeCodec.Encode(change).ShouldBe(new EncodedChange(kind, 1, facts, personal));
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void A_kind_is_read_as_ever(string kind)
    {
        var (change, facts, personal) = Forms.Single(form => form.Change.GetType().Name == kind);

        Show.Of(ChangeCodec.Decode(new EncodedChange(kind, 1, facts, personal))).ShouldBe(Show.Of(change));
    }

    /// <summary>Plain names stay as they always were beside it.</summary>
    [Fact]
    public void What_a_role_permits_on_something_or_when_something_is_so_is_written_as_an_object_and_read_as_ever()
    {
        var role = new RoleDefined("Editor", "", [ScopeKind.Group], Level.Member,
        [
            "read",
            new("write", "record", new Condition(
            [
                ConditionEntry.IsNot("resource.properties.status", Scalar.Of("archived")), ConditionEntry.Is("action.properties.soft", Scalar.Of(true)),
                ConditionEntry.IsIn("context.n", [Scalar.Of(1), Scalar.Of("a")]), ConditionEntry.IsSame("subject.id", "resource.properties.owner"),
            ])),
        ]);
        var form = new EncodedChange("RoleDefined", 1,
            """{"role":"Editor","level":2,"kinds":[3],"permissions":["read",{"action":"write","on":"record","when":{"action.properties.soft":true,"context.n":{"in":[1,"a"]},"resource.properties.status":{"not":"archived"},"subject.id":{"same":"resource.properties.owner"}}}]}""",
            """{"description":""}""");

        ChangeCodec.Encode(role).ShouldBe(form);
        ((RoleDefined)ChangeCodec.Decode(form)).Permissions.ShouldBe(role.Permissions);
    }

    [Fact]
    public void A_later_version_is_refused_rather_than_guessed() =>
        Should.Throw<NotSupportedException>(() => ChangeCodec.Decode(new EncodedChange(nameof(AccountClosed), 2, "{}", null)));
}
