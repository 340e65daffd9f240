using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Bulk;
using Roster.Http.Scim.Discovery;
using Roster.Http.Scim.Groups;
using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Users;

namespace Roster.Http.Scim;

/// <summary>SCIM 2.0 (RFC 7642 to 7644, 9865), as identity providers speak it.</summary>
internal sealed class ScimDialect(
    DiscoveryEndpoints discovery, UserEndpoints users, GroupEndpoints groups, BulkEndpoints bulk, ListEndpoints lists) : Dialect
{
    public override Door Door => Door.Scim;

    public override CredentialSource Credential => CredentialSource.Bearer;

    public override IReadOnlyList<string> Roots { get; } = [ScimRoutes.Root];

    public override IReadOnlyList<Route> Routes { get; } = ScimRoutes.Of(discovery, users, groups, bulk, lists);

    /// <summary>Some clients send no Content-Type at all.</summary>
    public override bool Reads(string? contentType) =>
        string.IsNullOrEmpty(contentType)
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (type.MediaType.Equals(ScimAnswers.MediaType, StringComparison.OrdinalIgnoreCase)
                || type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || type.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)));

    public override bool Suits(StringValues accept) => ScimAnswers.Suits(accept);

    public override void AddHeaders(Exchange exchange) => exchange.Context.Response.Headers.CacheControl = "no-store";

    public override ValueTask AnswerAsync(Exchange exchange, Fault fault) => SayAsync(exchange, ScimFaults.Of(fault), hasToken: true);

    public override ValueTask AnswerAsync(Exchange exchange, HttpFault fault)
    {
        if (fault.Kind == HttpFaultKind.MethodNotAllowed && HttpMethods.IsOptions(exchange.Context.Request.Method))
        {
            // Routing has said in Allow what there is.
            return exchange.AnswerAsync(StatusCodes.Status204NoContent);
        }

        var error = fault.Kind == HttpFaultKind.UnknownPath && NamesOtherVersion(exchange.Context.Request.Path)
            ? new ScimError(400, "invalidVers", "This server speaks version v2.")
            : ScimFaults.Of(fault);
        return SayAsync(exchange, error, hasToken: fault.Kind != HttpFaultKind.NoCredential);
    }

    private static ValueTask SayAsync(Exchange exchange, ScimError error, bool hasToken)
    {
        if (error.Status == StatusCodes.Status401Unauthorized)
        {
            exchange.Context.Response.Headers.WWWAuthenticate =
                hasToken ? "Bearer realm=\"scim\", error=\"invalid_token\"" : "Bearer realm=\"scim\"";
        }

        return exchange.AnswerAsync(error);
    }

    private static bool NamesOtherVersion(PathString path) =>
        path.StartsWithSegments(ScimRoutes.Root, StringComparison.OrdinalIgnoreCase, out var rest)
        && rest.Value is ['/', 'v' or 'V', >= '0' and <= '9', ..]
        && !rest.StartsWithSegments("/v2", StringComparison.OrdinalIgnoreCase);
}
