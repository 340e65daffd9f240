using System.CommandLine;
using System.Text.Json;
using Roster.Cli.Output;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary><c>roster changes</c>.</summary>
internal static class Changes
{
    private static readonly Column<LogEntry>[] Columns =
    [
        new("revision", entry => entry.Revision),
        new("set", entry => entry.Set, Detail: true),
        new("time", entry => entry.Time),
        new("kind", entry => entry.Kind),
        new("actor", entry => entry.Actor),
        new("door", entry => entry.Door.Value),
        new("change", entry => entry.Change),
        new("personal", entry => entry.Personal is { ValueKind: not JsonValueKind.Null } personal ? personal : null, Detail: true),
    ];

    private static readonly Option<long> After = new("--after") { Description = "Only what came after this revision", HelpName = "REVISION" };
    private static readonly Option<bool> Follow = new("--follow", "-f") { Description = "Goes on as changes happen, until Ctrl-C; with json a line for each" };

    public static Command Build() => new Verb(
        "changes",
        "The account's log: everything that changed, whichever door it came through",
        "roster changes --after 41",
        "roster changes --follow --output json | jq .kind")
        .With(After, Follow)
        .Does((session, cancellationToken) => session.Get(Follow)
            ? FollowAsync(session, cancellationToken)
            : session.Results.ListAsync(session.Client.Changes.ListAsync(session.Get(After), cancellationToken: cancellationToken), Columns, cancellationToken));

    private static Task FollowAsync(Session session, CancellationToken cancellationToken)
    {
        var (add, flush) = session.Results.Follow(Columns);
        return new Following(session).RunAsync(
            session.Get(After),
            entry =>
            {
                add(entry);
                flush();
            },
            cancellationToken);
    }
}
