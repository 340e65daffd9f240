using Roster.Core.Roles;

namespace Roster.Http.Native.Roles;

internal sealed class RoleEndpoints(ListRoles list)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        var listed = await list.RunAsync(exchange.Caller, exchange.Cancellation);
        if (!await exchange.RefusedAsync(listed))
        {
            await exchange.AnswerAsync(listed.Value, null, RoleWire.Write);
        }
    }
}
