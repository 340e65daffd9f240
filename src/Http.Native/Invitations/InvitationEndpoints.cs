using Roster.Core.Changes;
using Roster.Core.Invitations;
using Roster.Core.Outcomes;
using Roster.Core.Values;

namespace Roster.Http.Native.Invitations;

internal sealed class InvitationEndpoints(
    IssueInvitation issue, RevokeInvitation revoke, AcceptInvitation accept, PublicUrl publicUrl)
{
    public async ValueTask IssueAsync(Exchange exchange)
    {
        var issued = await issue.RunAsync(exchange.Caller, Named(exchange), exchange.Cancellation);
        if (!await exchange.RefusedAsync(issued))
        {
            var link = publicUrl.Of($"{InvitationPage.Path}#{issued.Value.Token}");
            await exchange.WithSecret().CreatedAsync(
                $"/api/users/{issued.Value.Invitation.User}/invitation", (issued.Value, link), InvitationWire.WriteIssued);
        }
    }

    public async ValueTask RevokeAsync(Exchange exchange)
    {
        var revoked = await revoke.RunAsync(exchange.Caller, Named(exchange), exchange.Cancellation);
        if (!await exchange.RefusedAsync(revoked))
        {
            await exchange.AnswerAsync(204);
        }
    }

    public async ValueTask AcceptAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var token = body.RequiredText("token");
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        // A stranger learns nothing about an account, not even how far its history goes.
        var accepted = await accept.RunAsync(token, Door.Native, exchange.Cancellation);
        if (accepted.Fault is { Kind: FaultKind.UnknownInvitation } unknown)
        {
            await exchange.Dialect.AnswerAsync(exchange, unknown);
        }
        else if (!await exchange.RefusedAsync(accepted))
        {
            await exchange.AnswerAsync(200, accepted.Value, InvitationWire.WriteAccepted);
        }
    }

    private static UserId Named(Exchange exchange) => new(exchange.Path("id"));
}
