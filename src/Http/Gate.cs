using Roster.Core.Access;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Http;

/// <summary>Tells who asks, and whether they may come in at all. What they may do there is the use case's to judge.</summary>
public sealed class Gate(IStore store, KeyRing keys, KeyUses uses, OperatorKey operatorKey, Limits limits)
{
    /// <summary>Null where the route is open to who asks.</summary>
    internal async ValueTask<HttpFault?> AdmitAsync(Exchange exchange, RouteAccess access)
    {
        var request = exchange.Context.Request;
        var fault = access switch
        {
            RouteAccess.Key => await IdentifyAsync(exchange),
            RouteAccess.Operator => operatorKey.Check(exchange),
            _ => null,
        };
        if (fault is not null || access == RouteAccess.Anyone)
        {
            return fault;
        }

        if (!exchange.Dialect.Suits(request.Headers.Accept) && !exchange.Route!.MediaTypes.Any(type => Acceptance.Allows(request.Headers.Accept, type)))
        {
            return new HttpFault(HttpFaultKind.NotAcceptable);
        }

        return exchange.HasCaller ? RevisionHeaders.Check(exchange) : null;
    }

    /// <summary>Gives the exchange its caller, or tells why it has none.</summary>
    internal async ValueTask<HttpFault?> IdentifyAsync(Exchange exchange)
    {
        if (!Credentials.TryRead(exchange.Context.Request, exchange.Dialect.Credential, out var credential))
        {
            return new HttpFault(HttpFaultKind.NoCredential);
        }

        if (credential is null)
        {
            return new HttpFault(HttpFaultKind.BadCredential);
        }

        var found = await FindAsync(exchange, credential);
        if (found.Failed(out _))
        {
            return new HttpFault(HttpFaultKind.BadCredential);
        }

        var (account, actor) = (found.Value.Account, found.Value.Actor);
        var now = store.Now;
        exchange.Caller = new Caller(account, actor, exchange.Dialect.Door) { Confirmed = found.Value.Revision };
        exchange.At(found.Value.Revision);
        uses.Note(account, actor.Key.Id, now);
        var fault = limits.CountRequest(actor.Key.Id, now, out var standing);
        exchange.RateStanding = standing;
        return fault;
    }

    /// <summary>A failover meanwhile begins another epoch: then nobody knows which of them the revision found is of.</summary>
    private async ValueTask<Outcome<KeyIdentity>> FindAsync(Exchange exchange, Credential credential)
    {
        Outcome<KeyIdentity> found;
        do
        {
            exchange.Epoch = store.Epoch;

            // Mostly answered from memory, and the request's own token would have to be made for each request.
            found = await keys.FindAsync(credential, CancellationToken.None);
        }
        while (exchange.Epoch != store.Epoch);

        return found;
    }
}
