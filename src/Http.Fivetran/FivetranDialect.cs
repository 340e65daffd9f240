using Microsoft.Net.Http.Headers;
using Roster.Core.Changes;
using Roster.Core.Outcomes;

namespace Roster.Http.Fivetran;

/// <summary>Fivetran's user management, as go-fivetran, its Terraform provider and its Python SDK speak it.</summary>
internal sealed class FivetranDialect(FivetranRoutes routes) : Dialect
{
    public override Door Door => Door.Fivetran;

    public override CredentialSource Credential => CredentialSource.Basic;

    public override IReadOnlyList<string> Roots { get; } = ["/v1"];

    public override IReadOnlyList<Route> Routes { get; } = routes.All;

    public override void AddHeaders(Exchange exchange)
    {
        if (exchange.RateStanding is { } standing)
        {
            var headers = exchange.Context.Response.Headers;
            headers["X-Rate-Limit"] = HeaderUtilities.FormatNonNegativeInt64(standing.Limit);
            headers["X-Rate-Limit-Remaining"] = HeaderUtilities.FormatNonNegativeInt64(standing.Remaining);
        }
    }

    public override ValueTask AnswerAsync(Exchange exchange, Fault fault) =>
        exchange.FailAsync(FivetranFaults.Of(fault, RequestedResource.Of(exchange)));

    public override ValueTask AnswerAsync(Exchange exchange, HttpFault fault) =>
        exchange.FailAsync(FivetranFaults.Of(fault));
}
