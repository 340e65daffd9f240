using Microsoft.Extensions.Primitives;
using Roster.Core.Changes;
using Roster.Core.Outcomes;

namespace Roster.Http.AuthZen;

/// <summary>OpenID AuthZEN 1.0: applications ask whether somebody may do something. Nothing is ever written at this door.</summary>
internal sealed class AuthZenDialect(AuthZenRoutes routes) : Dialect
{
    public override Door Door => Door.AuthZen;

    public override CredentialSource Credential => CredentialSource.BearerOrBasic;

    public override IReadOnlyList<string> Roots { get; } = ["/access", Discovery.Metadata.WellKnown];

    public override IReadOnlyList<Route> Routes { get; } = routes.All;

    /// <summary>They are the standard's, and a wrong path is told before a wrong key.</summary>
    public override bool HidesPaths => false;

    public override bool Reads(string? contentType) => JsonType.Is(contentType);

    /// <summary>Nothing is negotiated.</summary>
    public override bool Suits(StringValues accept) => true;

    public override ValueTask AnswerAsync(Exchange exchange, Fault fault) => AuthZenFaults.Of(fault).AnswerAsync(exchange);

    /// <summary>Who may not ask at all is told so, and not how often they may.</summary>
    public override ValueTask AnswerAsync(Exchange exchange, HttpFault fault) =>
        fault.Kind == HttpFaultKind.TooManyRequests && Asker.Refusal(exchange) is { } refusal
            ? AnswerAsync(exchange, refusal)
            : AuthZenFaults.Of(fault).AnswerAsync(exchange);
}
