using System.CommandLine;
using Roster.Cli.Output;

namespace Roster.Cli.Commands;

/// <summary>What organizations, groups and connectors have in common: they have an id and a name.</summary>
/// <param name="plural">The command group's own name.</param>
/// <param name="noun">As sentences say it.</param>
internal sealed class ScopeCommands<T>(string plural, string noun, IReadOnlyList<Column<T>> columns)
{
    private readonly Argument<string> _id = Ids.Argument("ID", "The id");
    private readonly Option<string?> _newName = new("--name") { Description = "The new name", HelpName = "TEXT", Required = true };

    public required Func<Session, string, CancellationToken, Task<T>> Get { get; init; }

    public required Func<Session, string, string, CancellationToken, Task<T>> Rename { get; init; }

    public required Func<Session, string, CancellationToken, Task> Delete { get; init; }

    public required Func<T, string> NameOf { get; init; }

    public static Argument<string> NewName { get; } = new("NAME") { Description = "The name" };

    public static Option<string?> NewId { get; } = new("--id") { Description = "An id of your own", HelpName = "ID" };

    public Verb Show(string id) => new Verb("show", $"Shows {noun}", $"roster {plural} show {id}")
        .With(_id)
        .Does(async (session, cancellationToken) => session.Results.Show(await Get(session, session.Get(_id), cancellationToken), columns));

    public Verb Change(string id) => new Verb("change", $"Renames {noun}", $"roster {plural} change {id} --name 'New name'")
        .With(_id, _newName)
        .Does(async (session, cancellationToken) =>
            session.Results.Show(await Rename(session, session.Get(_id), session.Get(_newName)!, cancellationToken), columns));

    /// <param name="consequence">What goes with it.</param>
    public Verb Remove(string id, string consequence) => new Verb("remove", $"Removes {noun} {consequence}", $"roster {plural} remove {id}")
        .With(_id, GlobalOptions.Yes)
        .Does(async (session, cancellationToken) =>
        {
            var name = Cell.OneLine(NameOf(await Get(session, session.Get(_id), cancellationToken)));
            await session.ConfirmAsync($"Remove {name} ({session.Get(_id)}) {consequence}?", cancellationToken);
            await Delete(session, session.Get(_id), cancellationToken);
            session.Screen.Note($"Removed {name}.");
        });
}
