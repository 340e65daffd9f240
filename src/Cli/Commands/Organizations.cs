using System.CommandLine;
using Roster.Cli.Output;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary><c>roster orgs</c>.</summary>
internal static class Organizations
{
    private static readonly Column<Organization>[] Columns =
    [
        new("id", organization => organization.Id),
        new("name", organization => organization.Name),
        new("createdAt", organization => organization.CreatedAt),
        new("changedAt", organization => organization.ChangedAt, Detail: true),
    ];

    private static readonly ScopeCommands<Organization> Verbs = new("orgs", "an organization", Columns)
    {
        Get = (session, id, cancellationToken) => session.Client.Organizations.GetAsync(id, cancellationToken),
        Rename = (session, id, name, cancellationToken) => session.Client.Organizations.RenameAsync(id, name, cancellationToken: cancellationToken),
        Delete = (session, id, cancellationToken) => session.Client.Organizations.DeleteAsync(id, cancellationToken: cancellationToken),
        NameOf = organization => organization.Name,
    };

    public static Command Build() => CommandGroup.Of(
        "orgs", "Managed organizations", List(), Verbs.Show("org-research"), Add(), Verbs.Change("org-research"), Verbs.Remove("org-research", "with all memberships in it"));

    private static Verb List() => new Verb("list", "Lists them, the oldest first", "roster orgs list")
        .Does((session, cancellationToken) =>
            session.Results.ListAsync(session.Client.Organizations.ListAsync(cancellationToken: cancellationToken), Columns, cancellationToken));

    private static Verb Add() => new Verb("add", "Adds an organization", "roster orgs add 'Research' --id org-research")
        .With(ScopeCommands<Organization>.NewName, ScopeCommands<Organization>.NewId)
        .Does(async (session, cancellationToken) => session.Results.Show(
            await session.Client.Organizations.CreateAsync(
                session.Get(ScopeCommands<Organization>.NewName), session.Get(ScopeCommands<Organization>.NewId), cancellationToken: cancellationToken),
            Columns));
}
