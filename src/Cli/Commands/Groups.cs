using System.CommandLine;
using Roster.Cli.Output;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary><c>roster groups</c>.</summary>
internal static class Groups
{
    private static readonly Column<Group>[] Columns =
    [
        new("id", group => group.Id),
        new("name", group => group.Name),
        new("createdAt", group => group.CreatedAt),
        new("changedAt", group => group.ChangedAt, Detail: true),
    ];

    private static readonly ScopeCommands<Group> Verbs = new("groups", "a group", Columns)
    {
        Get = (session, id, cancellationToken) => session.Client.Groups.GetAsync(id, cancellationToken),
        Rename = (session, id, name, cancellationToken) => session.Client.Groups.RenameAsync(id, name, cancellationToken: cancellationToken),
        Delete = (session, id, cancellationToken) => session.Client.Groups.DeleteAsync(id, cancellationToken: cancellationToken),
        NameOf = group => group.Name,
    };

    public static Command Build() => CommandGroup.Of(
        "groups", "Groups: what Fivetran calls destinations", List(), Verbs.Show("warehouse"), Add(), Verbs.Change("warehouse"), Verbs.Remove("warehouse", "with all memberships in it"));

    private static Verb List() => new Verb("list", "Lists them, the oldest first", "roster groups list")
        .Does((session, cancellationToken) =>
            session.Results.ListAsync(session.Client.Groups.ListAsync(cancellationToken: cancellationToken), Columns, cancellationToken));

    private static Verb Add() => new Verb("add", "Adds a group", "roster groups add 'Warehouse' --id warehouse")
        .With(ScopeCommands<Group>.NewName, ScopeCommands<Group>.NewId)
        .Does(async (session, cancellationToken) => session.Results.Show(
            await session.Client.Groups.CreateAsync(
                session.Get(ScopeCommands<Group>.NewName), session.Get(ScopeCommands<Group>.NewId), cancellationToken: cancellationToken),
            Columns));
}
