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

    private static readonly string[] AllKinds = ["account", "organization", "group", "connector", "team"];
    private static readonly Argument<string> Name = Ids.Argument("NAME", "The role's name");
    private static readonly Option<string?> Kind = new("--kind")
    {
        Description = "Only those that can be given in this kind of place: account, organization, group, connector, team", HelpName = "KIND",
    };

    private static readonly Option<string[]> Kinds = OneOrMore("--kind", "A kind of place where it can be given: account, organization, group, connector, team; as often as there are", "KIND");
    private static readonly Option<string[]> Permissions = OneOrMore("--permission", "A name of your own that it permits; as often as there are", "NAME");
    private static readonly Option<string?> Level = new("--level") { Description = "How far it reaches here: admin, member or viewer", HelpName = "LEVEL" };
    private static readonly Option<string?> Description = new("--description") { Description = "What it is for", HelpName = "TEXT" };

    static Roles()
    {
        Kind.AcceptOnlyFromAmong(AllKinds);
        Kinds.CompletionSources.Add(AllKinds);
        Level.CompletionSources.Add("admin", "member", "viewer");
    }

    public static Command Build() => CommandGroup.Of("roles", "The roles that can be given, and the account's own", List(), Show(), Add(), Change(), Remove());

    private static Verb List() => new Verb("list", "Lists the roles", "roster roles list", "roster roles list --kind organization")
        .With(Kind)
        .Does((session, cancellationToken) => session.Results.ListAsync(
            session.Client.Roles.ListAsync(cancellationToken).Where(role => session.Get(Kind) is not { } kind || role.Kinds.Contains(new(kind))),
            Columns,
            cancellationToken));

    private static Verb Show() => new Verb("show", "Shows a role and its permissions", "roster roles show 'Account Reviewer'")
        .With(Name)
        .Does(async (session, cancellationToken) =>
            session.Results.Show(await session.Client.Roles.GetAsync(session.Get(Name), cancellationToken), Columns));

    private static Verb Add() => new Verb(
        "add",
        "Gives the account a role of its own",
        "roster roles add Auditor --kind account --kind group --level viewer --permission read --permission audit")
        .With(Name, Kinds, Level, Description, Permissions)
        .Does(async (session, cancellationToken) =>
        {
            if (session.Get(Level) is not { } level || KindsOf(session) is not { } kinds)
            {
                throw new CommandException("A new role needs --level and at least one --kind.", "Try: roster roles add --help");
            }

            var role = new NewRole(session.Get(Name), new Level(level), kinds)
            {
                Description = session.Get(Description), Permissions = PermissionsOf(session),
            };
            session.Results.Show(await session.Client.Roles.DefineAsync(role, cancellationToken: cancellationToken), Columns);
        });

    private static Verb Change() => new Verb(
        "change",
        "Changes what is said of a role of the account's own; while somebody holds it, level and kinds stay",
        "roster roles change Auditor --permission read --permission audit --permission export")
        .With(Name, Kinds, Level, Description, Permissions)
        .Does(async (session, cancellationToken) =>
        {
            var change = new RoleChange
            {
                Description = session.Get(Description),
                Level = session.Get(Level) is { } level ? new Level(level) : null,
                Kinds = KindsOf(session),
                Permissions = PermissionsOf(session),
            };
            if (change == new RoleChange())
            {
                throw new CommandException("Nothing is to be changed.", "Say what: roster roles change --help");
            }

            session.Results.Show(await session.Client.Roles.RedefineAsync(session.Get(Name), change, cancellationToken: cancellationToken), Columns);
        });

    private static Verb Remove() => new Verb("remove", "Removes a role of the account's own that nobody holds", "roster roles remove Auditor")
        .With(Name, GlobalOptions.Yes)
        .Does(async (session, cancellationToken) =>
        {
            await session.ConfirmAsync($"Remove the role {Cell.OneLine(session.Get(Name))}?", cancellationToken);
            await session.Client.Roles.RemoveAsync(session.Get(Name), cancellationToken: cancellationToken);
            session.Screen.Note($"Removed {Cell.OneLine(session.Get(Name))}.");
        });

    private static Permission[]? PermissionsOf(Session session) =>
        session.Has(Permissions) ? [.. session.Get(Permissions)!.Select(name => new Permission(name))] : null;

    private static ScopeKind[]? KindsOf(Session session) =>
        session.Has(Kinds) ? [.. session.Get(Kinds)!.Select(kind => new ScopeKind(kind))] : null;

    private static Option<string[]> OneOrMore(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
}
