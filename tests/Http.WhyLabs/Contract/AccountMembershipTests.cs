using Roster.Core.Keys;
using Roster.Core.Roles;
using static Roster.Tests.Http.WhyLabs.Contract.Case;

namespace Roster.Tests.Http.WhyLabs.Contract;

public sealed class AccountMembershipTests(WhyLabsServer server) : ContractTests(server)
{
    private const string AnaMember = """{"userId":"user-ana","email":"ana@example.com"}""";
    private const string BoMember = """{"userId":"user-bo","email":"bo@example.com"}""";
    private const string CyMember = """{"userId":"user-cy","email":"cy@example.com"}""";
    private const string Fine = """{"requestId":"{id}","errors":[]}""";
    private const string OneViewers = "{a}/memberships?managed_org_id=org-m1&role=VIEWER";

    private static string Groups(params string[] groups) => $$"""{"memberships":[{{string.Join(',', groups)}}]}""";

    private static string Group(string org, string role, params string[] members) =>
        $$"""{"orgId":"{{org}}","role":"{{role}}","members":[{{string.Join(',', members)}}]}""";

    private static string Skipped(params (string Id, string Why)[] skipped) =>
        $$"""{"requestId":"{id}","errors":[{{string.Join(',', skipped.Select(one => $$"""{"errorCode":404,"itemId":"{{one.Id}}","description":"{{one.Why}}"}"""))}}]}""";

    private static string NotManaged(string id) => Error("IllegalArgument", $"The organization '{id}' is not managed by '{{org}}'.");

    public static TheoryData<Case> Lists =>
    [
        new Case("everything", "GET {a}/memberships", 200, Groups(Group("{org}", "ADMIN", AnaMember), Group("{org}", "VIEWER", BoMember), Group("org-m1", "VIEWER", BoMember))),
        new Case("a user's", "GET {a}/memberships?user_id=user-bo", 200, Groups(Group("{org}", "VIEWER", BoMember), Group("org-m1", "VIEWER", BoMember))),
        new Case("the account's own", "GET {a}/memberships?managed_org_id={org}", 200, Groups(Group("{org}", "ADMIN", AnaMember), Group("{org}", "VIEWER", BoMember))),
        new Case("an organization's", "GET {a}/memberships?managed_org_id=org-m1", 200, Groups(Group("org-m1", "VIEWER", BoMember))),
        new Case("a role's", "GET {a}/memberships?role=ADMIN", 200, Groups(Group("{org}", "ADMIN", AnaMember))),
        new Case("a role in lower case", "GET {a}/memberships?role=admin", 200, Groups(Group("{org}", "ADMIN", AnaMember))),
        new Case("all filters at once", "GET {a}/memberships?user_id=user-bo&managed_org_id=org-m1&role=VIEWER", 200, Groups(Group("org-m1", "VIEWER", BoMember))),
        new Case("filters that exclude each other", "GET {a}/memberships?user_id=user-bo&managed_org_id=org-m1&role=ADMIN", 200, Groups()),
        new Case("an unknown user", "GET {a}/memberships?user_id=user-x", 200, Groups()),
        new Case("an unknown organization", "GET {a}/memberships?managed_org_id=org-x", 200, Groups()),
        new Case("an unknown organization of a user", "GET {a}/memberships?user_id=user-bo&managed_org_id=org-x", 200, Groups()),
        new Case("empty filters", "GET {a}/memberships?user_id=&managed_org_id=&role=", 200, Groups(Group("{org}", "ADMIN", AnaMember), Group("{org}", "VIEWER", BoMember), Group("org-m1", "VIEWER", BoMember))),
        new Case("a bad role", "GET {a}/memberships?role=OWNER", 400, Bad("role", "must be one of ADMIN, MEMBER, VIEWER")),
        new Case("a role twice", "GET {a}/memberships?role=ADMIN&role=VIEWER", 400, Bad("role", "must be given once")),
    ];

    public static TheoryData<Case> Replacements =>
    [
        new Case("one for another", "PUT {a}/memberships?managed_org_id=org-m1&role=VIEWER", 200, Fine)
        {
            Body = """{"userIds":["user-cy"]}""",
            Then = ("{a}/memberships?managed_org_id=org-m1", Groups(Group("org-m1", "VIEWER", CyMember))),
        },
        new Case("none", "PUT {a}/memberships?managed_org_id=org-m1&role=VIEWER", 200, Fine)
        {
            Body = """{"userIds":[]}""",
            Then = ("{a}/memberships?managed_org_id=org-m1", Groups()),
        },
        new Case("who has another role is moved, who is not listed there stays", "PUT {a}/memberships?managed_org_id=org-m1&role=member", 200, Fine)
        {
            Before = world => world.Account.GiveRoleAsync(World.Cy, World.One, "Organization Viewer"),
            Body = """{"userIds":["user-bo","user-bo"]}""",
            Then = ("{a}/memberships?managed_org_id=org-m1", Groups(Group("org-m1", "MEMBER", BoMember), Group("org-m1", "VIEWER", CyMember))),
        },
        new Case("unknown users", "PUT {a}/memberships?managed_org_id=org-m1&role=VIEWER", 200, Skipped(("user-x", "no such account user")))
        {
            Body = """{"userIds":["user-x","user-cy","user-x"]}""",
            Then = (OneViewers, Groups(Group("org-m1", "VIEWER", CyMember))),
        },
        new Case("in the account itself", "PUT {a}/memberships?managed_org_id={org}&role=VIEWER", 200, Fine)
        {
            Body = """{"userIds":["user-cy"]}""",
            Then = ("{a}/memberships?managed_org_id={org}", Groups(Group("{org}", "ADMIN", AnaMember), Group("{org}", "VIEWER", CyMember))),
        },
        new Case("an unknown organization", "PUT {a}/memberships?managed_org_id=org-x&role=VIEWER", 400, NotManaged("org-x")) { Body = """{"userIds":[]}""" },
        new Case("no organization", "PUT {a}/memberships?role=VIEWER", 400, Bad("managed_org_id", "is required")) { Body = """{"userIds":[]}""" },
        new Case("no role", "PUT {a}/memberships?managed_org_id=org-m1", 400, Bad("role", "is required")) { Body = """{"userIds":[]}""" },
        new Case("a bad role", "PUT {a}/memberships?managed_org_id=org-m1&role=NONE", 400, Bad("role", "must be one of ADMIN, MEMBER, VIEWER")) { Body = """{"userIds":[]}""" },
        new Case("no list", "PUT {a}/memberships?managed_org_id=org-m1&role=VIEWER", 400, Bad("userIds", "is required")) { Body = "{}" },
        new Case("a null list", "PUT {a}/memberships?managed_org_id=org-m1&role=VIEWER", 400, Bad("userIds", "is required")) { Body = """{"userIds":null}""" },
        new Case("no list at all", "PUT {a}/memberships?managed_org_id=org-m1&role=VIEWER", 400, Bad("userIds", "must be an array of texts")) { Body = """{"userIds":"user-cy"}""" },
        new Case("a null in the list", "PUT {a}/memberships?managed_org_id=org-m1&role=VIEWER", 400, Bad("userIds[1]", "must be a text")) { Body = """{"userIds":["user-cy",null]}""" },
        new Case("no body", "PUT {a}/memberships?managed_org_id=org-m1&role=VIEWER", 400, Error("ArgumentValue", "~.+", "body")),
        new Case("the last owner", "PUT {a}/memberships?managed_org_id={org}&role=ADMIN", 400, Error("IllegalArgument", "The account must keep at least one owner."))
        {
            Body = """{"userIds":[]}""",
            Then = ("{a}/memberships?role=ADMIN", Groups(Group("{org}", "ADMIN", AnaMember))),
        },
        new Case("a role above the key", "PUT {a}/memberships?managed_org_id=org-m1&role=ADMIN", 403, Error("Forbidden", "~.+"))
        {
            By = world => world.WithAsync(Grants.Provision),
            Body = """{"userIds":["user-cy"]}""",
        },
    ];

    public static TheoryData<Case> Patches =>
    [
        new Case("nothing", "PATCH {a}/memberships?managed_org_id=org-m1&role=VIEWER", 200, Fine)
        {
            Body = """{"userIdsToAdd":[],"userIdsToDelete":[]}""",
            Then = (OneViewers, Groups(Group("org-m1", "VIEWER", BoMember))),
        },
        new Case("one more", "PATCH {a}/memberships?managed_org_id=org-m1&role=VIEWER", 200, Fine)
        {
            Body = """{"userIdsToAdd":["user-cy","user-bo"],"userIdsToDelete":[]}""",
            Then = (OneViewers, Groups(Group("org-m1", "VIEWER", BoMember, CyMember))),
        },
        new Case("one less", "PATCH {a}/memberships?managed_org_id=org-m1&role=VIEWER", 200, Fine)
        {
            Body = """{"userIdsToAdd":[],"userIdsToDelete":["user-bo"]}""",
            Then = (OneViewers, Groups()),
        },
        new Case("a member of another role is moved", "PATCH {a}/memberships?managed_org_id=org-m1&role=ADMIN", 200, Fine)
        {
            Body = """{"userIdsToAdd":["user-bo"],"userIdsToDelete":[]}""",
            Then = ("{a}/memberships?managed_org_id=org-m1", Groups(Group("org-m1", "ADMIN", BoMember))),
        },
        new Case("in both lists", "PATCH {a}/memberships?managed_org_id=org-m1&role=ADMIN", 200, Fine)
        {
            Body = """{"userIdsToAdd":["user-bo","user-cy"],"userIdsToDelete":["user-bo","user-cy"]}""",
            Then = ("{a}/memberships?managed_org_id=org-m1", Groups()),
        },
        new Case("removed from a role that they do not have", "PATCH {a}/memberships?managed_org_id=org-m1&role=ADMIN", 200, Fine)
        {
            Body = """{"userIdsToAdd":[],"userIdsToDelete":["user-bo"]}""",
            Then = (OneViewers, Groups(Group("org-m1", "VIEWER", BoMember))),
        },
        new Case("unknown users and no members", "PATCH {a}/memberships?managed_org_id=org-m1&role=VIEWER", 200, Skipped(("user-x", "no such account user"), ("user-y", "no such account user"), ("user-cy", "not a member")))
        {
            Body = """{"userIdsToAdd":["user-x"],"userIdsToDelete":["user-y","user-cy","user-x","user-bo"]}""",
            Then = (OneViewers, Groups()),
        },
        new Case("an unknown organization", "PATCH {a}/memberships?managed_org_id=org-x&role=VIEWER", 400, NotManaged("org-x")) { Body = """{"userIdsToAdd":["user-cy"],"userIdsToDelete":[]}""" },
        new Case("no organization", "PATCH {a}/memberships?role=VIEWER", 400, Bad("managed_org_id", "is required")) { Body = """{"userIdsToAdd":[],"userIdsToDelete":[]}""" },
        new Case("no role", "PATCH {a}/memberships?managed_org_id=org-m1", 400, Bad("role", "is required")) { Body = """{"userIdsToAdd":[],"userIdsToDelete":[]}""" },
        new Case("no additions", "PATCH {a}/memberships?managed_org_id=org-m1&role=VIEWER", 400, Bad("userIdsToAdd", "is required")) { Body = """{"userIdsToDelete":[]}""" },
        new Case("null removals", "PATCH {a}/memberships?managed_org_id=org-m1&role=VIEWER", 400, Bad("userIdsToDelete", "is required")) { Body = """{"userIdsToAdd":[],"userIdsToDelete":null}""" },
        new Case("no body", "PATCH {a}/memberships?managed_org_id=org-m1&role=VIEWER", 400, Error("ArgumentValue", "~.+", "body")),
        new Case("the last owner removed", "PATCH {a}/memberships?managed_org_id={org}&role=ADMIN", 400, Error("IllegalArgument", "The account must keep at least one owner."))
        {
            Body = """{"userIdsToAdd":[],"userIdsToDelete":["user-ana"]}""",
        },
        new Case("the last owner moved, and nobody else either", "PATCH {a}/memberships?managed_org_id={org}&role=MEMBER", 400, Error("IllegalArgument", "The account must keep at least one owner."))
        {
            Body = """{"userIdsToAdd":["user-cy","user-ana"],"userIdsToDelete":[]}""",
            Then = ("{a}/memberships?managed_org_id={org}", Groups(Group("{org}", "ADMIN", AnaMember), Group("{org}", "VIEWER", BoMember))),
        },
        new Case("a role above the key", "PATCH {a}/memberships?managed_org_id=org-m1&role=MEMBER", 403, Error("Forbidden", "~.+"))
        {
            By = world => world.WithAsync(Grants.Provision, Level.Viewer),
            Body = """{"userIdsToAdd":["user-cy"],"userIdsToDelete":[]}""",
        },
    ];

    [Theory, MemberData(nameof(Lists), DisableDiscoveryEnumeration = true)]
    public Task GetAccountMemberships(Case it) => HoldsAsync(it);

    [Theory, MemberData(nameof(Replacements), DisableDiscoveryEnumeration = true)]
    public Task PutOrganizationMemberships(Case it) => HoldsAsync(it);

    [Theory, MemberData(nameof(Patches), DisableDiscoveryEnumeration = true)]
    public Task PatchOrganizationMemberships(Case it) => HoldsAsync(it);
}
