using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Http.WhyLabs.Keys;
using Roster.Http.WhyLabs.Memberships;
using Roster.Http.WhyLabs.Organizations;
using Roster.Http.WhyLabs.Users;

namespace Roster.Http.WhyLabs;

/// <summary>WhyLabs' account provisioning, as its SDKs and its SCIM bridge speak it.</summary>
internal sealed class WhyLabsDialect(
    AccountUsers users,
    AccountMemberships memberships,
    OrganizationMemberships own,
    ManagedOrganizations organizations,
    ApiKeys keys) : Dialect
{
    public override Door Door => Door.WhyLabs;

    public override CredentialSource Credential => CredentialSource.ApiKeyHeader;

    public override IReadOnlyList<string> Roots { get; } = ["/v0", "/v1/api-key", "/v1/organizations"];

    public override IReadOnlyList<Route> Routes { get; } = WhyLabsRoutes.Of(users, memberships, own, organizations, keys);

    /// <summary>Its clients send no Content-Type where they send no body, and a missing body is a 400, not a 404.</summary>
    public override bool Reads(string? contentType) => contentType is null || base.Reads(contentType);

    public override ValueTask AnswerAsync(Exchange exchange, Fault fault) => WhyLabsFaults.Of(fault).AnswerAsync(exchange);

    public override ValueTask AnswerAsync(Exchange exchange, HttpFault fault) => WhyLabsFaults.Of(fault).AnswerAsync(exchange);
}
