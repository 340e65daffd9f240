using Roster.Core.Keys;
using static Roster.Tests.Http.WhyLabs.Contract.Case;

namespace Roster.Tests.Http.WhyLabs.Contract;

public sealed class OrganizationMembershipTests(WhyLabsServer server) : ContractTests(server)
{
    private const string M = "/v0/organizations/{org}/membership";

    private const string Ana = """{"orgId":"{org}","default":false,"role":"ADMIN","userId":"user-ana","email":"ana@example.com"}""";
    private const string Bo = """{"orgId":"{org}","default":false,"role":"VIEWER","userId":"user-bo","email":"bo@example.com"}""";

    private static string Given(string user, string role) => $$"""{"orgId":"{org}","role":"{{role}}","userId":"{{user}}","default":false}""";

    private static string NoUser(string domain) => Error("UserNotFound", $"Resource User. Additional information: e-mail domain {domain}");

    private static string NoMember(string user) => Error("MembershipNotFound", $"Resource Membership with ID {user}/{{org}} not found.");

    public static TheoryData<Case> Lists =>
    [
        new Case("by role and id", $"GET {M}", 200, $$"""{"memberships":[{{Ana}},{{Bo}}]}"""),
    ];

    public static TheoryData<Case> Creations =>
    [
        new Case("a member", $"POST {M}?email=CY@example.com&role=MEMBER", 200, Given("user-cy", "MEMBER"))
        {
            Then = ("{a}/memberships?user_id=user-cy", """{"memberships":[{"orgId":"{org}","role":"MEMBER","members":[{"userId":"user-cy","email":"cy@example.com"}]}]}"""),
        },
        new Case("as the default", $"POST {M}?email=cy@example.com&role=viewer&set_default=true", 200, Given("user-cy", "VIEWER")),
        new Case("an unknown address", $"POST {M}?email=eve@mail.example.com&role=MEMBER", 404, NoUser("mail.example.com")),
        new Case("a member already", $"POST {M}?email=bo@example.com&role=MEMBER", 400, Error("IllegalArgument", "~.*already.*")),
        new Case("no address", $"POST {M}?role=MEMBER", 400, Bad("email", "is required")),
        new Case("no role", $"POST {M}?email=cy@example.com", 400, Bad("role", "is required")),
        new Case("a bad role", $"POST {M}?email=cy@example.com&role=x", 400, Bad("role", "must be one of ADMIN, MEMBER, VIEWER")),
        new Case("a bad default", $"POST {M}?email=cy@example.com&role=MEMBER&set_default=1", 400, Bad("set_default", "must be true or false")),
        new Case("above the key", $"POST {M}?email=cy@example.com&role=ADMIN", 403, Error("Forbidden", "~.+")) { By = world => world.WithAsync(Grants.Provision) },
    ];

    public static TheoryData<Case> Updates =>
    [
        new Case("another role", $"PUT {M}?email=bo@example.com&role=MEMBER", 200, Given("user-bo", "MEMBER")),
        new Case("the same role", $"PUT {M}?email=bo@example.com&role=VIEWER", 200, Given("user-bo", "VIEWER")),
        new Case("no member", $"PUT {M}?email=cy@example.com&role=MEMBER", 404, NoMember("user-cy")),
        new Case("an unknown address", $"PUT {M}?email=eve@example.com&role=MEMBER", 404, NoUser("example.com")),
        new Case("no address", $"PUT {M}?role=MEMBER", 400, Bad("email", "is required")),
        new Case("no role", $"PUT {M}?email=bo@example.com", 400, Bad("role", "is required")),
        new Case("the last owner", $"PUT {M}?email=ana@example.com&role=MEMBER", 400, Error("IllegalArgument", "The account must keep at least one owner.")),
        new Case("above the key", $"PUT {M}?email=ana@example.com&role=MEMBER", 403, Error("Forbidden", "~.+")) { By = world => world.WithAsync(Grants.Provision) },
    ];

    public static TheoryData<Case> Removals =>
    [
        new Case("a member", $"DELETE {M}?email=bo@example.com", 200, "{}") { Then = (M, $$"""{"memberships":[{{Ana}}]}""") },
        new Case("no member", $"DELETE {M}?email=cy@example.com", 404, NoMember("user-cy")),
        new Case("an unknown address", $"DELETE {M}?email=eve@example.com", 404, NoUser("example.com")),
        new Case("no address", $"DELETE {M}", 400, Bad("email", "is required")),
        new Case("the last owner", $"DELETE {M}?email=ana@example.com", 400, Error("IllegalArgument", "The account must keep at least one owner.")),
        new Case("above the key", $"DELETE {M}?email=ana@example.com", 403, Error("Forbidden", "~.+")) { By = world => world.WithAsync(Grants.Provision) },
    ];

    [Theory, MemberData(nameof(Lists), DisableDiscoveryEnumeration = true)]
    public Task ListOrganizationMemberships(Case it) => HoldsAsync(it);

    [Theory, MemberData(nameof(Creations), DisableDiscoveryEnumeration = true)]
    public Task CreateOrganizationMembership(Case it) => HoldsAsync(it);

    [Theory, MemberData(nameof(Updates), DisableDiscoveryEnumeration = true)]
    public Task UpdateOrganizationMembership(Case it) => HoldsAsync(it);

    [Theory, MemberData(nameof(Removals), DisableDiscoveryEnumeration = true)]
    public Task RemoveOrganizationMembership(Case it) => HoldsAsync(it);
}
