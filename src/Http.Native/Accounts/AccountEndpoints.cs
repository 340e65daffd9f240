using Roster.Core.Accounts;

namespace Roster.Http.Native.Accounts;

/// <summary>The caller's own account.</summary>
internal sealed class AccountEndpoints(ShowAccount show)
{
    public async ValueTask ShowAsync(Exchange exchange)
    {
        var shown = await show.RunAsync(exchange.Caller, exchange.Cancellation);
        if (!await exchange.RefusedAsync(shown))
        {
            await AccountWire.One.AnswerAsync(exchange, shown.Value);
        }
    }
}
