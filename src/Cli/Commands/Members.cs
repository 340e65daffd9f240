using System.CommandLine;
using System.Net;
using Roster.Cli.Output;
using Roster.Sdk;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary><c>roster members</c>.</summary>
internal static class Members
{
    private static readonly Column<Named>[] Columns =
    [
        new("userName", row => row.UserName),
        new("userId", row => row.Membership.UserId is { Length: > 0 } id ? id : null),
        new("teamId", row => row.Membership.TeamId),
        new("in", row => row.Membership.Kind == ScopeKind.Account ? "account" : row.Membership.Place.ToString()),
        new("role", row => row.Membership.Role),
        new("level", row => row.Membership.Level.Value, Detail: true),
        new("expiresAt", row => row.Membership.ExpiresAt),
        new("givenBy", row => row.Membership.GivenBy, Detail: true),
        new("door", row => row.Membership.Door.Value, Detail: true),
        new("createdAt", row => row.Membership.CreatedAt, Detail: true),
        new("changedAt", row => row.Membership.ChangedAt, Detail: true),
    ];

    private static readonly Argument<string> Who = new("MEMBER") { Description = "A user's id or name, or team/ID" };
    private static readonly Option<WrittenPlace?> Where = WrittenPlace.Option("Only in this place", required: false);
    private static readonly Option<WrittenPlace?> In = WrittenPlace.Option("The place", required: true);
    private static readonly Option<string?> OfUser = new("--user") { Description = "Only this user's", HelpName = "USER" };
    private static readonly Option<string?> OfTeam = new("--team") { Description = "Only this team's", HelpName = "ID" };
    private static readonly Option<string?> OfRole = new("--role") { Description = "Only with this role", HelpName = "ROLE" };
    private static readonly Option<string?> GivenRole = new("--role") { Description = "The role", HelpName = "ROLE", Required = true };
    private static readonly Option<string?> NewRole = new("--role") { Description = "Another role", HelpName = "ROLE" };
    private static readonly Option<string?> Expires = new("--expires")
    {
        Description = "When it ends by itself, as 2031-01-01 or 2031-01-01T12:00:00Z; 'never' takes the end away",
        HelpName = "TIME",
    };

    public static Command Build() => CommandGroup.Of("members", "Who belongs where, in which role", List(), Show(), Add(), Change(), Remove());

    private static Verb List() => new Verb(
        "list",
        "Lists memberships, the oldest first",
        "roster members list --in organization/org-research",
        "roster members list --in team/night",
        "roster members list --user ada@example.com --output yaml")
        .With(Where, OfUser, OfTeam, OfRole)
        .Does(ListAsync);

    private static Verb Show() => new Verb("show", "Shows a membership", "roster members show ada@example.com --in organization/org-research")
        .With(Who, In)
        .Does(async (session, cancellationToken) =>
        {
            var (member, place) = await ReadAsync(session, cancellationToken);
            Show(session, member, await member.GetAsync(session.Client.Memberships, place, cancellationToken));
        });

    private static Verb Add() => new Verb(
        "add",
        "Makes a user or a team a member",
        "roster members add ada@example.com --in organization/org-research --role 'Organization Member'",
        "roster members add ada@example.com --in account --role 'Account Reviewer' --expires 2031-01-01",
        "roster members add ada@example.com --in team/night --role 'Team Member'",
        "roster members add team/night --in group/warehouse --role 'Edit Destination'")
        .With(Who, In, GivenRole, Expires)
        .Does(AddAsync);

    private static Verb Change() => new Verb(
        "change",
        "Changes a member's role or when it ends",
        "roster members change ada@example.com --in account --role 'Account Analyst'",
        "roster members change ada@example.com --in account --expires never")
        .With(Who, In, NewRole, Expires)
        .Does(ChangeAsync);

    private static Verb Remove() => new Verb("remove", "Ends a membership", "roster members remove ada@example.com --in organization/org-research")
        .With(Who, In, GlobalOptions.Yes)
        .Does(RemoveAsync);

    private static async Task ListAsync(Session session, CancellationToken cancellationToken)
    {
        var place = session.Get(Where) is { } written ? await PlaceAsync(session, written, cancellationToken) : (Place?)null;
        var user = session.Get(OfUser) is { } who ? await People.FindAsync(session, who, cancellationToken) : null;
        var filter = new MembershipFilter { Kind = place?.Kind, ScopeId = place?.Id, UserId = user?.Id, TeamId = session.Get(OfTeam), Role = session.Get(OfRole) };
        var found = await session.Client.Memberships.ListAsync(filter, cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        var names = await People.NamesAsync(session, found.Select(membership => membership.UserId).Where(id => id.Length > 0).ToHashSet(), cancellationToken);
        session.Results.List(found.Select(membership => new Named(membership, names.GetValueOrDefault(membership.UserId))), Columns);
    }

    private static async Task AddAsync(Session session, CancellationToken cancellationToken)
    {
        var (member, place) = await ReadAsync(session, cancellationToken);
        // Who is a member already keeps the role: it is changed by 'change'.
        try
        {
            Show(session, member, await member.PutAsync(
                session.Client.Memberships,
                place,
                session.Get(GivenRole)!,
                Times.Change(session.Get(Expires)),
                new() { IfNoneMatch = "*" },
                cancellationToken));
        }
        catch (RosterException there) when (there.Status == HttpStatusCode.PreconditionFailed)
        {
            throw new CommandException(
                $"{member.Name} is a member there already.", $"To give another role: roster members change {member.Word} --in {session.Get(In)} --role ROLE");
        }
    }

    private static async Task ChangeAsync(Session session, CancellationToken cancellationToken)
    {
        if (session.Get(NewRole) is null && session.Get(Expires) is null)
        {
            throw new CommandException("Nothing is to be changed.", "Say --role, --expires or both.");
        }

        var (member, place) = await ReadAsync(session, cancellationToken);
        var all = session.Client.Memberships;
        var now = await member.GetAsync(all, place, cancellationToken);
        Show(session, member, await member.PutAsync(
            all, place, session.Get(NewRole) ?? now.Role, Times.Change(session.Get(Expires)), new() { IfMatch = now.ETag }, cancellationToken));
    }

    private static async Task RemoveAsync(Session session, CancellationToken cancellationToken)
    {
        var (member, place) = await ReadAsync(session, cancellationToken);
        var now = await member.GetAsync(session.Client.Memberships, place, cancellationToken);
        await session.ConfirmAsync($"End the membership of {Cell.OneLine(member.Name)} in {session.Get(In)} ({now.Role})?", cancellationToken);
        await member.EndAsync(session.Client.Memberships, place, cancellationToken);
        session.Screen.Note($"{Cell.OneLine(member.Name)} is no member of {session.Get(In)} any more.");
    }

    private static void Show(Session session, WrittenMember member, Membership membership) =>
        session.Results.Show(new Named(membership, member.User?.UserName), Columns);

    private static async Task<(WrittenMember Member, Place Place)> ReadAsync(Session session, CancellationToken cancellationToken) =>
        (await WrittenMember.FindAsync(session, session.Get(Who), cancellationToken), await PlaceAsync(session, session.Get(In)!, cancellationToken));

    private static async Task<Place> PlaceAsync(Session session, WrittenPlace written, CancellationToken cancellationToken) =>
        new(new(written.Kind), written.Id ?? (await session.Client.Account.GetAsync(cancellationToken)).Id);

    private sealed record Named(Membership Membership, string? UserName);
}
