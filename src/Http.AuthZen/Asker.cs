using Roster.Core.Access;
using Roster.Core.Keys;
using Roster.Core.Outcomes;

namespace Roster.Http.AuthZen;

/// <summary>Lets nobody through but who may ask, before anything of the request is looked at.</summary>
internal static class Asker
{
    public static Func<Exchange, ValueTask> MayAsk(Func<Exchange, ValueTask> handler) =>
        exchange => Refusal(exchange) is { } refusal ? exchange.Dialect.AnswerAsync(exchange, refusal) : handler(exchange);

    public static Fault? Refusal(Exchange exchange) =>
        exchange is { HasCaller: true, Caller.Actor: KeyActor actor } && !actor.InAccount.Allows(Grants.Check)
            ? Asking.NotPermitted(Grants.Check)
            : null;
}
