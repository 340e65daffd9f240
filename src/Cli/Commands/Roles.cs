using System.CommandLine;
using Roster.Cli.Output;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary><c>roster roles</c>.</summary>
internal static class Roles
{
    private static readonly Column<Role>[] Columns =
    [
        new("name", role => role.Name),
        new("kinds", role => role.Kinds.Select(kind => kind.Value)),
        new("level", role => role.Level.Value),
        new("description", role => role.Description, Detail: true),
        new("permissions", role => role.Permissions.Select(permission => permission.ToString()), Detail: true),
        new("cascades", role => role.Cascades, Detail: true),
        new("isCustom", role => role.IsCustom, Detail: true),
        new("replacedBy", role => role.ReplacedBy),
    ];

    private static readonly Argument<string> Name = new("NAME") { Description = "The role's name" };
    private static readonly Option<string?> Kind = new("--kind")
    {
        Description = "Only those that can be given in this kind of place: account, organization, group, connector",
        HelpName = "KIND",
        CompletionSources = { "account", "organization", "group", "connector" },
    };

    public static Command Build() => CommandGroup.Of("roles", "The roles that can be given", List(), Show());

    private static Verb List() => new Verb("list", "Lists the roles", "roster roles list", "roster roles list --kind organization")
        .With(Kind)
        .Does((session, cancellationToken) => session.Results.ListAsync(
            session.Client.Roles.ListAsync(cancellationToken).Where(role => session.Get(Kind) is not { } kind || role.Kinds.Contains(new(kind))),
            Columns,
            cancellationToken));

    private static Verb Show() => new Verb("show", "Shows a role and its permissions", "roster roles show 'Account Reviewer'")
        .With(Name)
        .Does(async (session, cancellationToken) =>
        {
            var role = await session.Client.Roles.ListAsync(cancellationToken).FirstOrDefaultAsync(role => role.Name == session.Get(Name), cancellationToken)
                ?? throw new CommandException($"There is no role '{session.Get(Name)}'.", "roster roles list shows all of them.");
            session.Results.Show(role, Columns);
        });
}
