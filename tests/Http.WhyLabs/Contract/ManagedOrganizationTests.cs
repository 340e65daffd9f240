using Roster.Core.Keys;
using static Roster.Tests.Http.WhyLabs.Contract.Case;

namespace Roster.Tests.Http.WhyLabs.Contract;

public sealed class ManagedOrganizationTests(WhyLabsServer server) : ContractTests(server)
{
    private const string ById = """[{"id":"org-m1","name":"Team One"},{"id":"org-m2","name":"Team Two"}]""";
    private const string Create = "POST /v1/organizations/managed-organization";

    public static TheoryData<Case> AccountLists =>
    [
        new Case("by id", "GET {a}/organizations", 200, ById.Replace("\"id\"", "\"orgId\"")),
        new Case("without an ended one", "GET {a}/organizations", 200, """[{"orgId":"org-m2","name":"Team Two"}]""")
        {
            Before = world => world.Account.EndScopeAsync(World.One),
        },
    ];

    public static TheoryData<Case> Lists =>
    [
        new Case("by id", "GET /v1/organizations/managed-organizations", 200, ById),
        new Case("by a key of an administrator", "GET /v1/organizations/managed-organizations", 200, ById) { By = world => world.WithScopesAsync(":administrator") },
        new Case("by a key of a user", "GET /v1/organizations/managed-organizations", 200, ById) { By = world => world.WithScopesAsync(":write_data", ":user") },
        new Case("by a key of another scope", "GET /v1/organizations/managed-organizations", 403, Error("Forbidden", "~.+")) { By = world => world.WithScopesAsync(":write_data") },
    ];

    public static TheoryData<Case> Creations =>
    [
        new Case("one", Create, 200, """{"id":"~org-[0-9A-Za-z]+","name":"Team Three"}""") { Body = """{"name":"Team Three"}""" },
        new Case("a name that is there already", Create, 200, """{"id":"~org-[0-9A-Za-z]+","name":"Team One"}""") { Body = """{"name":"Team One"}""" },
        new Case("no name", Create, 400, Bad("name", "is required")) { Body = "{}" },
        new Case("an empty name", Create, 400, Bad("name", "must not be empty")) { Body = """{"name":""}""" },
        new Case("a blank name", Create, 400, Bad("name", "must not be empty")) { Body = """{"name":" "}""" },
        new Case("no body", Create, 400, Error("ArgumentValue", "~.+", "body")),
        new Case("by a key that only provisions", Create, 403, Error("Forbidden", "~.+")) { By = world => world.WithAsync(Grants.Provision), Body = """{"name":"x"}""" },
        new Case("by a key of an administrator", Create, 403, Error("Forbidden", "~.+")) { By = world => world.WithScopesAsync(":administrator"), Body = """{"name":"x"}""" },
    ];

    [Theory, MemberData(nameof(AccountLists), DisableDiscoveryEnumeration = true)]
    public Task ListManagedOrganizations(Case it) => HoldsAsync(it);

    [Theory, MemberData(nameof(Lists), DisableDiscoveryEnumeration = true)]
    public Task GetManagedOrganizations(Case it) => HoldsAsync(it);

    [Theory, MemberData(nameof(Creations), DisableDiscoveryEnumeration = true)]
    public Task CreateManagedOrganization(Case it) => HoldsAsync(it);
}
