using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Http;

namespace Roster.Tests.Http;

/// <summary>A dialect whose routes go wrong in every way that a route can, and which says plainly what it was given.</summary>
internal sealed class ProbeDialect : Dialect
{
    public static readonly ServerOptions Options = new() { Services = services => services.AddSingleton<Dialect, ProbeDialect>() };

    public override Door Door => Door.Scim;

    public override CredentialSource Credential => CredentialSource.Bearer;

    public override IReadOnlyList<string> Roots => ["/probe"];

    public override IReadOnlyList<Route> Routes { get; } =
    [
        new("GET", "/probe/peer", PeerAsync, RouteAccess.Anyone),
        new("GET", "/probe/path/{name}", PathAsync, RouteAccess.Anyone),
        new("GET", "/probe/bug", _ => throw new InvalidOperationException("internal detail"), RouteAccess.Anyone),
        new("GET", "/probe/store", _ => throw new StoreUnavailableException("internal detail"), RouteAccess.Anyone),
        new("POST", "/probe/body", BodyAsync, MaxBody: 100),
    ];

    public override ValueTask AnswerAsync(Exchange exchange, Fault fault) =>
        exchange.AnswerAsync(400, fault, static (json, problem) => json.WriteStringValue($"{problem.Kind} {problem.Field}"));

    public override ValueTask AnswerAsync(Exchange exchange, HttpFault fault) =>
        exchange.AnswerAsync(499, fault, static (json, problem) => json.WriteStringValue($"{problem.Kind} {problem.RetryAfter}"));

    private static ValueTask PeerAsync(Exchange exchange) => exchange.AnswerAsync(
        200, exchange.Context, static (json, context) => json.WriteStringValue($"{context.Request.Scheme} {context.Connection.RemoteIpAddress}"));

    private static ValueTask PathAsync(Exchange exchange) =>
        exchange.AnswerAsync(200, exchange.Path("name"), static (json, name) => json.WriteStringValue(name));

    private static async ValueTask BodyAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is { } body)
        {
            var text = body.Text("text");
            if (!await exchange.RefusedAsync(body.Problem))
            {
                await exchange.AnswerAsync(StatusCodes.Status200OK, text, static (json, value) => json.WriteStringValue(value));
            }
        }
    }
}
