using System.CommandLine;
using Roster.Cli.Output;
using Roster.Sdk;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary><c>roster users</c>.</summary>
internal static class Users
{
    public static readonly Column<User>[] Columns =
    [
        new("id", user => user.Id),
        new("userName", user => user.UserName),
        new("givenName", user => user.GivenName),
        new("familyName", user => user.FamilyName),
        new("displayName", user => user.DisplayName, Detail: true),
        new("phone", user => user.Phone, Detail: true),
        new("picture", user => user.Picture, Detail: true),
        new("externalId", user => user.ExternalId, Detail: true),
        new("userSchema", user => user.UserSchema, Detail: true),
        new("active", user => user.Active),
        new("pending", user => user.Pending),
        new("verified", user => user.Verified, Detail: true),
        new("role", user => user.Role),
        new("createdAt", user => user.CreatedAt, Detail: true),
        new("changedAt", user => user.ChangedAt, Detail: true),
    ];

    private static readonly Column<Invitation>[] InvitationColumns =
    [
        new("id", invitation => invitation.Id),
        new("userId", invitation => invitation.UserId),
        new("createdAt", invitation => invitation.CreatedAt),
        new("expiresAt", invitation => invitation.ExpiresAt),
        new("token", invitation => invitation.Token),
        new("link", invitation => invitation.Link),
    ];

    private static readonly Argument<string> Who = new("USER") { Description = "An id or a user name" };
    private static readonly Argument<string> NewName = new("USERNAME") { Description = "The user name, in most cases an e-mail address" };

    private static readonly Option<string?> UserName = Text("--user-name", "Another user name");
    private static readonly Option<string?> GivenName = Text("--given-name", "Given name");
    private static readonly Option<string?> FamilyName = Text("--family-name", "Family name");
    private static readonly Option<string?> DisplayName = Text("--display-name", "What the user is called");
    private static readonly Option<string?> Phone = Text("--phone", "Phone number");
    private static readonly Option<string?> Picture = Text("--picture", "Address of a picture");
    private static readonly Option<string?> ExternalId = Text("--external-id", "The id in another system");
    private static readonly Option<string?> UserSchema = Text("--user-schema", "What a provisioner keeps here");
    private static readonly Option<string?> Id = Text("--id", "An id of your own, for who migrates");
    private static readonly Option<string?> Role = Text("--role", "A role in the account to begin with");
    private static readonly Option<bool?> Active = new("--active") { Description = "Only active users, or only inactive ones", HelpName = "true|false" };
    private static readonly Option<bool?> SetActive = new("--active") { Description = "false ends the user's memberships and keys", HelpName = "true|false" };
    private static readonly Option<bool> Invite = new("--invite") { Description = "The user is to accept an invitation" };
    private static readonly Option<bool> Revoke = new("--revoke") { Description = "Ends the open invitation instead" };

    public static Command Build() => CommandGroup.Of("users", "The people of the account", List(), Show(), Add(), Change(), Remove(), InviteAgain());

    private static Verb List() => new Verb(
        "list",
        "Lists users, the oldest first",
        "roster users list",
        "roster users list --active false --output csv > inactive.csv")
        .With(Active)
        .Does((session, cancellationToken) =>
            session.Results.ListAsync(session.Client.Users.ListAsync(session.Get(Active), cancellationToken: cancellationToken), Columns, cancellationToken));

    private static Verb Show() => new Verb(
        "show",
        "Shows a user",
        "roster users show ada@example.com")
        .With(Who)
        .Does(async (session, cancellationToken) => session.Results.Show(await People.FindAsync(session, session.Get(Who), cancellationToken), Columns));

    private static Verb Add() => new Verb(
        "add",
        "Adds a user",
        "roster users add ada@example.com --given-name Ada --family-name Byron --invite",
        "roster users add ada@example.com --role 'Account Reviewer'")
        .With(NewName, GivenName, FamilyName, DisplayName, Phone, Picture, ExternalId, UserSchema, Id, Role, Invite)
        .Does(AddAsync);

    private static Verb Change() => new Verb(
        "change",
        "Changes what is said, and nothing else; an empty value takes one away",
        "roster users change ada@example.com --family-name King --phone ''",
        "roster users change ada@example.com --active false")
        .With(Who, UserName, GivenName, FamilyName, DisplayName, Phone, Picture, ExternalId, UserSchema, SetActive)
        .Does(ChangeAsync);

    private static Verb Remove() => new Verb(
        "remove",
        "Removes a user with all memberships, keys and invitations",
        "roster users remove ada@example.com",
        "roster users remove user-5k2 --yes")
        .With(Who, GlobalOptions.Yes)
        .Does(RemoveAsync);

    private static Verb InviteAgain() => new Verb(
        "invite",
        "Shows a link by which the user accepts, and voids the one before",
        "roster users invite ada@example.com",
        "roster users invite ada@example.com --revoke")
        .With(Who, Revoke)
        .Does(InviteAsync);

    private static async Task AddAsync(Session session, CancellationToken cancellationToken)
    {
        var user = await session.Client.Users.CreateAsync(
            new(session.Get(NewName))
            {
                GivenName = session.Get(GivenName),
                FamilyName = session.Get(FamilyName),
                DisplayName = session.Get(DisplayName),
                Phone = session.Get(Phone),
                Picture = session.Get(Picture),
                ExternalId = session.Get(ExternalId),
                UserSchema = session.Get(UserSchema),
                Id = session.Get(Id),
                Invite = session.Get(Invite) ? true : null,
                Role = session.Get(Role),
            },
            cancellationToken: cancellationToken);
        session.Results.Show(user, Columns);
        if (session.Get(Invite))
        {
            session.Screen.Note($"The link for {Cell.OneLine(user.UserName)}: roster users invite {user.Id}");
        }
    }

    private static async Task ChangeAsync(Session session, CancellationToken cancellationToken)
    {
        var user = await People.FindAsync(session, session.Get(Who), cancellationToken);
        var change = new UserChange
        {
            UserName = session.Get(UserName) is { } name ? name : default(Change<string>),
            GivenName = session.Change(GivenName),
            FamilyName = session.Change(FamilyName),
            DisplayName = session.Change(DisplayName),
            Phone = session.Change(Phone),
            Picture = session.Change(Picture),
            ExternalId = session.Change(ExternalId),
            UserSchema = session.Change(UserSchema),
            Active = session.Get(SetActive) is { } active ? active : default(Change<bool>),
        };
        if (change == new UserChange())
        {
            throw new CommandException("Nothing is to be changed.", "Say what: roster users change --help");
        }

        session.Results.Show(await session.Client.Users.ChangeAsync(user.Id, change, cancellationToken: cancellationToken), Columns);
    }

    private static async Task RemoveAsync(Session session, CancellationToken cancellationToken)
    {
        var user = await People.FindAsync(session, session.Get(Who), cancellationToken);
        await session.ConfirmAsync($"Remove {Cell.OneLine(user.UserName)} ({user.Id}) with all memberships, keys and invitations?", cancellationToken);
        await session.Client.Users.DeleteAsync(user.Id, cancellationToken: cancellationToken);
        session.Screen.Note($"Removed {Cell.OneLine(user.UserName)}.");
    }

    private static async Task InviteAsync(Session session, CancellationToken cancellationToken)
    {
        var user = await People.FindAsync(session, session.Get(Who), cancellationToken);
        if (session.Get(Revoke))
        {
            await session.Client.Invitations.RevokeAsync(user.Id, cancellationToken: cancellationToken);
            session.Screen.Note("The invitation is void.");
            return;
        }

        session.Results.Show(await session.Client.Invitations.IssueAsync(user.Id, cancellationToken: cancellationToken), InvitationColumns);
        session.Screen.Note($"Roster sends no mail: hand the link to {Cell.OneLine(user.UserName)}. It is not shown again, and works once.");
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = "TEXT" };
}
