using System.CommandLine;
using Roster.Cli.Output;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary><c>roster connectors</c>.</summary>
internal static class Connectors
{
    private static readonly Column<Connector>[] Columns =
    [
        new("id", connector => connector.Id),
        new("groupId", connector => connector.GroupId),
        new("service", connector => connector.Service),
        new("name", connector => connector.Name),
        new("createdAt", connector => connector.CreatedAt),
        new("changedAt", connector => connector.ChangedAt, Detail: true),
    ];

    private static readonly ScopeCommands<Connector> Verbs = new("connectors", "a connector", Columns)
    {
        Get = (session, id, cancellationToken) => session.Client.Connectors.GetAsync(id, cancellationToken),
        Rename = (session, id, name, cancellationToken) => session.Client.Connectors.RenameAsync(id, name, cancellationToken: cancellationToken),
        Delete = (session, id, cancellationToken) => session.Client.Connectors.DeleteAsync(id, cancellationToken: cancellationToken),
        NameOf = connector => connector.Name,
    };

    private static readonly Option<string?> OfGroup = new("--group") { Description = "Only this group's", HelpName = "ID" };
    private static readonly Option<string> InGroup = new("--group") { Description = "The group that it belongs to", HelpName = "ID", Required = true };
    private static readonly Option<string> Service = new("--service") { Description = "What it connects, as 'postgres'", HelpName = "TEXT", Required = true };

    public static Command Build() => CommandGroup.Of(
        "connectors",
        "Connectors of groups: what Fivetran calls connections",
        List(), Verbs.Show("billing_db"), Add(), Verbs.Change("billing_db"), Verbs.Remove("billing_db", "with all memberships in it"));

    private static Verb List() => new Verb("list", "Lists them, the oldest first", "roster connectors list", "roster connectors list --group warehouse")
        .With(OfGroup)
        .Does((session, cancellationToken) =>
            session.Results.ListAsync(session.Client.Connectors.ListAsync(session.Get(OfGroup), cancellationToken: cancellationToken), Columns, cancellationToken));

    private static Verb Add() => new Verb(
        "add", "Adds a connector to a group", "roster connectors add billing --group warehouse --service postgres --id billing_db")
        .With(ScopeCommands<Connector>.NewName, InGroup, Service, ScopeCommands<Connector>.NewId)
        .Does(async (session, cancellationToken) => session.Results.Show(
            await session.Client.Connectors.CreateAsync(
                session.Get(InGroup)!,
                session.Get(Service)!,
                session.Get(ScopeCommands<Connector>.NewName),
                session.Get(ScopeCommands<Connector>.NewId),
                cancellationToken: cancellationToken),
            Columns));
}
