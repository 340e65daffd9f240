using Microsoft.Extensions.Primitives;
using Roster.Core.Changes;
using Roster.Core.Outcomes;

namespace Roster.Http.Native;

/// <summary>Roster's own API, which says what no other dialect can, and the door for whatever no dialect knows.</summary>
internal sealed class NativeDialect(NativeRoutes routes) : Dialect
{
    public override Door Door => Door.Native;

    public override CredentialSource Credential => CredentialSource.BearerOrBasic;

    public override IReadOnlyList<string> Roots { get; } = ["/api"];

    public override IReadOnlyList<Route> Routes { get; } = routes.All;

    /// <summary>Generated clients ask for what an operation's answers are in the document: where success has no body, errors alone.</summary>
    public override bool Suits(StringValues accept) => base.Suits(accept) || Acceptance.Allows(accept, NativeFaults.ContentType);

    public override ValueTask AnswerAsync(Exchange exchange, Fault fault) => NativeFaults.AnswerAsync(exchange, fault);

    public override ValueTask AnswerAsync(Exchange exchange, HttpFault fault) => NativeFaults.AnswerAsync(exchange, fault);
}
