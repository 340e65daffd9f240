using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Http.Native.Writes;

namespace Roster.Http.Native.Roles;

/// <summary>Roles that can be given; those that the account has defined can be changed and removed.</summary>
internal sealed class RoleEndpoints(ListRoles list, FindRole find, DefineRole define, RedefineRole redefine, RemoveRole remove)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        var listed = await list.RunAsync(exchange.Caller, exchange.Cancellation);
        if (!await exchange.RefusedAsync(listed))
        {
            await exchange.AnswerAsync(listed.Value, null, static (json, listed) => RoleWire.Write(json, listed.Role));
        }
    }

    public async ValueTask CreateAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var role = RoleBody.ReadNew(body);
        if (!await exchange.RefusedAsync(body.Problem))
        {
            await exchange.WriteAsync(caller => define.RunAsync(caller, role, exchange.Cancellation), RoleWire.Made);
        }
    }

    public async ValueTask ShowAsync(Exchange exchange)
    {
        var found = await find.RunAsync(exchange.Caller, exchange.Path("name"), exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await RoleWire.One.AnswerAsync(exchange, found.Value);
        }
    }

    public async ValueTask ChangeAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var request = RoleBody.ReadChange(body, exchange.Path("name"));
        if (!await exchange.RefusedAsync(body.Problem))
        {
            await exchange.WriteAsync(caller => redefine.RunAsync(caller, request, exchange.Cancellation), RoleWire.One);
        }
    }

    public ValueTask DeleteAsync(Exchange exchange) => exchange.WriteAsync(
        caller => remove.RunAsync(caller, exchange.Path("name"), exchange.Cancellation), Replies.Nothing<Done>());
}
