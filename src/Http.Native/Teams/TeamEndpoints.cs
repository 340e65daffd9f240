using Roster.Core.Outcomes;
using Roster.Core.Teams;
using Roster.Core.Values;
using Roster.Http.Native.Memberships;
using Roster.Http.Native.Writes;

namespace Roster.Http.Native.Teams;

/// <summary>Teams and who sits in them. A single seat is a membership, and answered where those are.</summary>
internal sealed class TeamEndpoints(
    ListTeams list, FindTeam find, CreateTeam create, ChangeTeam change, DeleteTeam delete, ListSeats seats)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        const string Listed = "teams";
        var query = exchange.Query();
        var page = query.Page(exchange, Listed);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var found = await list.RunAsync(exchange.Caller, page, exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await exchange.AnswerAsync(Listed, found.Value, TeamWire.Write);
        }
    }

    public async ValueTask CreateAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var request = new CreateTeamRequest(body.RequiredText("name"), body.Text("description"), Id: body.Text("id"));
        if (!await exchange.RefusedAsync(body.Problem))
        {
            await exchange.WriteAsync(caller => create.RunAsync(caller, request, exchange.Cancellation), TeamWire.Made);
        }
    }

    public async ValueTask ShowAsync(Exchange exchange)
    {
        var found = await find.RunAsync(exchange.Caller, exchange.Path("id"), exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await TeamWire.One.AnswerAsync(exchange, found.Value);
        }
    }

    public async ValueTask ChangeAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var name = body.Has("name") ? body.RequiredText("name") : default(Optional<string>);
        var request = new ChangeTeamRequest(exchange.Path("id"), name, body.OptionalText("description"));
        if (!await exchange.RefusedAsync(body.Problem))
        {
            await exchange.WriteAsync(caller => change.RunAsync(caller, request, exchange.Cancellation), TeamWire.One);
        }
    }

    public ValueTask DeleteAsync(Exchange exchange) => exchange.WriteAsync(
        caller => delete.RunAsync(caller, exchange.Path("id"), exchange.Cancellation), Replies.Nothing<Done>());

    public async ValueTask ListUsersAsync(Exchange exchange)
    {
        var team = exchange.Path("id");
        var query = exchange.Query();
        var active = query.Flag("active");
        var listed = $"teams/{team}/users/{active}";
        var page = query.Page(exchange, listed);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var found = await seats.RunAsync(exchange.Caller, team, active, page, exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await exchange.AnswerAsync(listed, found.Value, MembershipWire.Write);
        }
    }
}
