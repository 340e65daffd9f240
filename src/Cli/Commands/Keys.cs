using System.CommandLine;
using Roster.Cli.Output;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary><c>roster keys</c>.</summary>
internal static class Keys
{
    public static readonly Column<Key>[] Columns =
    [
        new("id", key => key.Id),
        new("name", key => key.Name),
        new("grants", key => key.Grants.Select(grant => grant.Value)),
        new("level", key => key.Level.Value),
        new("ownerId", key => key.OwnerId),
        new("expiresAt", key => key.ExpiresAt),
        new("revokedAt", key => key.RevokedAt, Detail: true),
        new("createdBy", key => key.CreatedBy, Detail: true),
        new("createdAt", key => key.CreatedAt, Detail: true),
        new("lastUsedAt", key => key.LastUsedAt),
    ];

    private static readonly Argument<string> Id = Ids.Argument("ID", "The key's id: its part before the dot");
    private static readonly Argument<string> Name = new("NAME") { Description = "What the key is for" };
    private static readonly Option<string[]> Grants = new("--grant")
    {
        Description = "read, provision, admin or check; can be said more than once",
        HelpName = "GRANT",
        Required = true,
        CompletionSources = { "read", "provision", "admin", "check" },
    };

    private static readonly Option<string?> Level = new("--level")
    {
        Description = "The highest role that it may give: admin, member or viewer",
        HelpName = "LEVEL",
        CompletionSources = { "admin", "member", "viewer" },
    };

    private static readonly Option<string?> Owner = new("--owner") { Description = "The user whose key it is, and with whom it ends", HelpName = "USER" };
    private static readonly Option<string?> Expires = new("--expires") { Description = "When it ends by itself, as 2031-01-01", HelpName = "TIME" };
    private static readonly Option<string?> Overlap = new("--overlap") { Description = "How long the old key still works, as 1h or 7d; at most 30d", HelpName = "SPAN" };

    public static Command Build() => CommandGroup.Of("keys", "API keys", List(), Show(), Add(), Rotate(), Remove());

    private static Verb List() => new Verb("list", "Lists keys, never their secrets", "roster keys list")
        .Does((session, cancellationToken) => session.Results.ListAsync(session.Client.Keys.ListAsync(cancellationToken: cancellationToken), Columns, cancellationToken));

    private static Verb Show() => new Verb("show", "Shows a key, without its secret", "roster keys show Abc123Def4")
        .With(Id)
        .Does(async (session, cancellationToken) => session.Results.Show(await session.Client.Keys.GetAsync(session.Get(Id), cancellationToken), Columns));

    private static Verb Add() => new Verb(
        "add",
        "Makes a key and shows it, once",
        "roster keys add provisioner --grant provision --level member --expires 2031-01-01",
        "key=$(roster keys add ci --grant read)")
        .With(Name, Grants, Level, Owner, Expires)
        .Does(AddAsync);

    private static Verb Rotate() => new Verb(
        "rotate",
        "Makes a key like it, shows that once, and ends the old one",
        "roster keys rotate Abc123Def4 --overlap 1h")
        .With(Id, Overlap)
        .Does(async (session, cancellationToken) => ShowSecret(
            session,
            await session.Client.Keys.RotateAsync(session.Get(Id), session.Get(Overlap) is { } overlap ? Times.Span(overlap) : TimeSpan.Zero, cancellationToken: cancellationToken)));

    private static Verb Remove() => new Verb("remove", "Ends a key: the next request with it is refused", "roster keys remove Abc123Def4")
        .With(Id, GlobalOptions.Yes)
        .Does(async (session, cancellationToken) =>
        {
            var key = await session.Client.Keys.GetAsync(session.Get(Id), cancellationToken);
            await session.ConfirmAsync($"End the key '{Cell.OneLine(key.Name)}' ({key.Id}){(key.Id == session.Profile.KeyId ? ", which you are using" : "")}?", cancellationToken);
            await session.Client.Keys.RevokeAsync(key.Id, cancellationToken: cancellationToken);
            session.Screen.Note($"The key {key.Id} has ended.");
        });

    private static async Task AddAsync(Session session, CancellationToken cancellationToken)
    {
        var owner = session.Get(Owner) is { } who ? await People.FindAsync(session, who, cancellationToken) : null;
        var key = new NewKey(session.Get(Name), [.. session.Get(Grants)!.Select(grant => new Grant(grant))])
        {
            Level = session.Get(Level) is { } level ? new Level(level) : null,
            OwnerId = owner?.Id,
            ExpiresAt = session.Get(Expires) is { } time ? Times.Time(time) : null,
        };
        ShowSecret(session, await session.Client.Keys.MintAsync(key, cancellationToken: cancellationToken));
    }

    /// <summary>For people and pipes the key alone, so that it can be caught in a variable; in the other formats with all that there is to know.</summary>
    private static void ShowSecret(Session session, MintedKey minted)
    {
        if (session.Results.Format is OutputFormat.Table or OutputFormat.Text)
        {
            session.Screen.Out.WriteLine(minted.Text);
        }
        else
        {
            session.Results.Show(minted, [.. Columns.Select(column => new Column<MintedKey>(column.Name, column.Value)), new("key", key => key.Text)]);
        }

        session.Screen.Note($"This is the key {minted.Id}, '{Cell.OneLine(minted.Name)}'. It is not shown again: keep it where secrets are kept.");
    }
}
