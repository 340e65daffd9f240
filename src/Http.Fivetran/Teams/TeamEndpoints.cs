using Microsoft.AspNetCore.Http;
using Roster.Core.Teams;
using Roster.Core.Values;

namespace Roster.Http.Fivetran.Teams;

/// <summary>The teams of the account.</summary>
internal sealed class TeamEndpoints(
    ListTeams listTeams, FindTeam findTeam, CreateTeam createTeam, ChangeTeam changeTeam, DeleteTeam deleteTeam)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        const string List = "teams";
        var query = exchange.Query();
        var page = query.Page(exchange, List);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var teams = await listTeams.RunAsync(exchange.Caller, page, exchange.Cancellation);
        if (!await exchange.RefusedAsync(teams))
        {
            await exchange.SucceedAsync("Teams retrieved successfully", List, teams.Value, TeamWire.Write);
        }
    }

    public async ValueTask CreateAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var request = new CreateTeamRequest(body.RequiredText("name"), Given(body.Text("description")), Given(body.Text("role")));
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var team = await createTeam.RunAsync(exchange.Caller, request, exchange.Cancellation);
        if (!await exchange.RefusedAsync(team))
        {
            await exchange.SucceedAsync("Team has been created", team.Value, TeamWire.Write, StatusCodes.Status201Created);
        }
    }

    public async ValueTask ShowAsync(Exchange exchange)
    {
        var team = await findTeam.RunAsync(exchange.Caller, TeamOf(exchange), exchange.Cancellation);
        if (!await exchange.RefusedAsync(team))
        {
            await exchange.SucceedAsync("Team details retrieved successfully", team.Value, TeamWire.Write);
        }
    }

    public async ValueTask ChangeAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var description = body.OptionalText("description");
        var request = new ChangeTeamRequest(
            TeamOf(exchange),
            body.Has("name") ? body.RequiredText("name") : default(Optional<string>),
            description.IsSet ? new Optional<string?>(Given(description.Or(null))) : description,
            body.OptionalText("role"));
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var team = await changeTeam.RunAsync(exchange.Caller, request, exchange.Cancellation);
        if (!await exchange.RefusedAsync(team))
        {
            await exchange.SucceedAsync("Team has been updated", team.Value, TeamWire.Write);
        }
    }

    public async ValueTask DeleteAsync(Exchange exchange)
    {
        if (!await exchange.RefusedAsync(await deleteTeam.RunAsync(exchange.Caller, TeamOf(exchange), exchange.Cancellation)))
        {
            await exchange.SucceedAsync("Team has been deleted");
        }
    }

    /// <summary>Takes the account role and leaves the team, as removing the role with a PATCH does.</summary>
    public async ValueTask RemoveRoleAsync(Exchange exchange)
    {
        var request = new ChangeTeamRequest(TeamOf(exchange), Role: new Optional<string?>(null));
        if (!await exchange.RefusedAsync(await changeTeam.RunAsync(exchange.Caller, request, exchange.Cancellation)))
        {
            await exchange.SucceedAsync("Team role in account has been removed");
        }
    }

    private static string TeamOf(Exchange exchange) => exchange.Path("teamId");

    // An empty text reads back as none in every client.
    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
