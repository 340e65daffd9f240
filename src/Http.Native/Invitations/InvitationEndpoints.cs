using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Invitations;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Http.Native.Writes;

namespace Roster.Http.Native.Invitations;

internal sealed class InvitationEndpoints(
    IssueInvitation issue, RevokeInvitation revoke, AcceptInvitation accept, PublicUrl publicUrl)
{
    private readonly Reply<IssuedInvitation> _issued = InvitationWire.Issued(publicUrl);

    public ValueTask IssueAsync(Exchange exchange) =>
        exchange.WriteAsync(caller => issue.RunAsync(caller, Named(exchange), exchange.Cancellation), _issued);

    public ValueTask RevokeAsync(Exchange exchange) => exchange.WriteAsync(
        caller => revoke.RunAsync(caller, Named(exchange), exchange.Cancellation), Replies.Nothing<Done>());

    public async ValueTask AcceptAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var token = body.RequiredText("token");
        if (!await exchange.RefusedAsync(body.Problem))
        {
            // Who has the whole token, and nobody else, meets what was answered to it.
            var asker = "token:" + Convert.ToHexStringLower(Secret.Hash(token).Span);
            await exchange.WriteAsync(asker, terms => AcceptAsync(exchange, token, terms), InvitationWire.Accepted);
        }
    }

    /// <summary>A stranger learns nothing about an account, not even how far its history goes.</summary>
    private async ValueTask<Outcome<User>> AcceptAsync(Exchange exchange, string token, Terms terms)
    {
        var accepted = await accept.RunAsync(token, Door.Native, terms, exchange.Cancellation);
        return accepted.Fault is { Kind: FaultKind.UnknownInvitation } ? accepted.At(0) : accepted;
    }

    private static UserId Named(Exchange exchange) => new(exchange.Path("id"));
}
