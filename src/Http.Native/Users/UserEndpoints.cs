using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Http.Native.Writes;

namespace Roster.Http.Native.Users;

internal sealed class UserEndpoints(
    ListUsers list, FindUser find, CreateUser create, ChangeUser change, DeleteUser delete)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        var query = exchange.Query();
        var (name, active) = (query.Text("userName"), query.Flag("active"));
        var listed = $"users/{active}";
        var page = query.Page(exchange, listed);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var found = name is null
            ? await list.RunAsync(exchange.Caller, active, page, exchange.Cancellation)
            : await NamedAsync(exchange, name, active);
        if (!await exchange.RefusedAsync(found))
        {
            await exchange.AnswerAsync(listed, found.Value, UserWire.Write);
        }
    }

    public async ValueTask CreateAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var request = UserBody.ReadNew(body);
        if (!await exchange.RefusedAsync(body.Problem) && !await exchange.RefusedNewUsersAsync())
        {
            await exchange.WriteAsync(caller => create.RunAsync(caller, request, exchange.Cancellation), UserWire.Made);
        }
    }

    public async ValueTask ShowAsync(Exchange exchange)
    {
        var found = await find.RunAsync(exchange.Caller, UserRef.ById(exchange.Path("id")), exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await UserWire.One.AnswerAsync(exchange, found.Value);
        }
    }

    public async ValueTask ChangeAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var request = UserBody.ReadChange(body, new UserId(exchange.Path("id")));
        if (!await exchange.RefusedAsync(body.Problem))
        {
            await exchange.WriteAsync(caller => change.RunAsync(caller, request, exchange.Cancellation), UserWire.One);
        }
    }

    public ValueTask DeleteAsync(Exchange exchange) => exchange.WriteAsync(
        caller => delete.RunAsync(caller, new UserId(exchange.Path("id")), exchange.Cancellation), Replies.Nothing<Done>());

    /// <summary>A list of the one user of that name, or of nobody.</summary>
    private async ValueTask<Outcome<Slice<UserInRole>>> NamedAsync(Exchange exchange, string name, bool? active)
    {
        var found = await find.RunAsync(exchange.Caller, UserRef.ByName(name), exchange.Cancellation);
        var nobody = found.Fault is { Kind: FaultKind.UnknownUser }
            || (found.Fault is null && active is { } wanted && found.Value.User.Active != wanted);
        return nobody
            ? ((Outcome<Slice<UserInRole>>)new Slice<UserInRole>([], null)).At(found.Revision)
            : found.Map(user => new Slice<UserInRole>([user], null));
    }
}
