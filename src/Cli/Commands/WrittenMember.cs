using Roster.Sdk;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary>Who is meant by the first word of <c>roster members</c>: a user by id or name, or a team as <c>team/night</c>.</summary>
internal sealed record WrittenMember(User? User, string? Team)
{
    private const string TeamPrefix = "team/";

    /// <summary>As sentences name them.</summary>
    public string Name => User?.UserName ?? TeamPrefix + Team;

    /// <summary>As commands are given them without doubt.</summary>
    public string Word => User?.Id ?? TeamPrefix + Team;

    public static async Task<WrittenMember> FindAsync(Session session, string text, CancellationToken cancellationToken) =>
        text.StartsWith(TeamPrefix, StringComparison.Ordinal)
            ? new(null, Ids.CanName(text[TeamPrefix.Length..]) ? text[TeamPrefix.Length..] : throw NoTeam(text))
            : new(await People.FindAsync(session, text, cancellationToken), null);

    public Task<Membership> GetAsync(Memberships all, Place place, CancellationToken cancellationToken) => User is { } user
        ? all.GetAsync(place, user.Id, cancellationToken)
        : all.GetOfTeamAsync(place, Team!, cancellationToken);

    public Task<Membership> PutAsync(
        Memberships all, Place place, string role, Change<DateTimeOffset?> expiresAt, WriteOptions options, CancellationToken cancellationToken) => User is { } user
            ? all.PutAsync(place, user.Id, role, expiresAt, options, cancellationToken)
            : all.PutOfTeamAsync(place, Team!, role, expiresAt, options, cancellationToken);

    public Task EndAsync(Memberships all, Place place, CancellationToken cancellationToken) => User is { } user
        ? all.EndAsync(place, user.Id, cancellationToken: cancellationToken)
        : all.EndOfTeamAsync(place, Team!, cancellationToken: cancellationToken);

    private static CommandException NoTeam(string text) => new($"'{text}' is no team.", "It is written team/ID; roster teams list shows all of them.");
}
