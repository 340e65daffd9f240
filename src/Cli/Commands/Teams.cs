using System.CommandLine;
using Roster.Cli.Output;
using Roster.Sdk;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary><c>roster teams</c>.</summary>
internal static class Teams
{
    private static readonly Column<Team>[] Columns =
    [
        new("id", team => team.Id),
        new("name", team => team.Name),
        new("description", team => team.Description, Detail: true),
        new("role", team => team.Role),
        new("createdAt", team => team.CreatedAt),
        new("changedAt", team => team.ChangedAt, Detail: true),
    ];

    private static readonly ScopeCommands<Team> Verbs = new("teams", "a team", Columns)
    {
        Get = (session, id, cancellationToken) => session.Client.Teams.GetAsync(id, cancellationToken),
        Rename = (session, id, name, cancellationToken) => session.Client.Teams.ChangeAsync(id, new() { Name = name }, cancellationToken: cancellationToken),
        Delete = (session, id, cancellationToken) => session.Client.Teams.DeleteAsync(id, cancellationToken: cancellationToken),
        NameOf = team => team.Name,
    };

    private static readonly Argument<string> Id = Ids.Argument("ID", "The id");
    private static readonly Option<string?> Name = new("--name") { Description = "The new name", HelpName = "TEXT" };
    private static readonly Option<string?> Description = new("--description") { Description = "What it is for", HelpName = "TEXT" };

    public static Command Build() => CommandGroup.Of(
        "teams",
        "Teams: users who have what the team holds. Seats and what a team holds are memberships: roster members",
        List(),
        Verbs.Show("night"),
        Add(),
        Change(),
        Verbs.Remove("night", "with its seats and all that it holds"));

    private static Verb List() => new Verb("list", "Lists them, the oldest first", "roster teams list", "roster members list --in team/night")
        .Does((session, cancellationToken) =>
            session.Results.ListAsync(session.Client.Teams.ListAsync(cancellationToken: cancellationToken), Columns, cancellationToken));

    private static Verb Add() => new Verb(
        "add",
        "Adds a team, with nobody in it",
        "roster teams add 'Night crew' --id night",
        "roster members add ada@example.com --in team/night --role 'Team Member'",
        "roster members add team/night --in group/warehouse --role 'Edit Destination'")
        .With(ScopeCommands<Team>.NewName, ScopeCommands<Team>.NewId, Description)
        .Does(async (session, cancellationToken) => session.Results.Show(
            await session.Client.Teams.CreateAsync(
                new(session.Get(ScopeCommands<Team>.NewName)) { Id = session.Get(ScopeCommands<Team>.NewId), Description = session.Get(Description) },
                cancellationToken: cancellationToken),
            Columns));

    private static Verb Change() => new Verb(
        "change",
        "Changes what is said; an empty description takes it away",
        "roster teams change night --name 'Late crew' --description ''")
        .With(Id, Name, Description)
        .Does(async (session, cancellationToken) =>
        {
            var change = new TeamChange
            {
                Name = session.Get(Name) is { } name ? name : default(Change<string>), Description = session.Change(Description),
            };
            if (change == new TeamChange())
            {
                throw new CommandException("Nothing is to be changed.", "Say --name, --description or both.");
            }

            session.Results.Show(await session.Client.Teams.ChangeAsync(session.Get(Id), change, cancellationToken: cancellationToken), Columns);
        });
}
