using System.CommandLine;
using Roster.Cli.Importing;
using Roster.Cli.Output;
using Roster.Sdk;

namespace Roster.Cli.Commands;

/// <summary><c>roster import</c>.</summary>
internal static class Import
{
    private const int RefusalsShown = 20;

    private static readonly Argument<string> From = new("FILE")
    {
        Description = "Comma-separated values, UTF-8; the first row names the columns: userName, and any of id, givenName, familyName, displayName, phone, "
            + "picture, externalId, userSchema, active, role. An empty cell says nothing",
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Says what would become of each row, and changes nothing" };
    private static readonly Option<string?> ReportTo = new("--report") { Description = "A file for what became of every row", HelpName = "FILE" };

    public static Command Build() => new Verb(
        "import",
        "Adds and changes users from a file, and removes nobody. Killed, it goes on where it was when run again",
        "roster import users.csv --dry-run",
        "roster import users.csv --report result.csv")
        .With(From, DryRun, ReportTo)
        .DoesWithCode(ImportAsync);

    private static async Task<int> ImportAsync(Session session, CancellationToken cancellationToken)
    {
        var (path, dryRun) = (session.Get(From), session.Get(DryRun));
        if (!File.Exists(path))
        {
            throw new CommandException($"There is no file '{path}'.");
        }

        // Also proves the key, before a long file is read.
        var account = await session.Client.Account.GetAsync(cancellationToken);
        await using var content = File.OpenRead(path);
        using var csv = new UserCsv(content);
        using var journal = dryRun ? null : Journal.Open(path, account.Id, session.Profile.Url);
        using var report = session.Get(ReportTo) is { } file ? OpenReport(file, path) : null;
        if (journal is { WasOfAnother: true })
        {
            session.Screen.Note("The file, or where it goes, is not what it was last time: beginning again. What is there already is found unchanged.");
        }

        var totals = new ImportTotals();
        var refusals = new List<RowResult>();
        using var progress = new ProgressLine(session.Screen, dryRun ? "checking" : "importing");
        try
        {
            await foreach (var row in new ImportRun(new Importer(session.Client, dryRun), journal).RunAsync(csv.Rows(), cancellationToken))
            {
                totals.Add(row);
                report?.Add(row);
                if (row.Outcome == RowOutcome.Refused && refusals.Count < RefusalsShown)
                {
                    refusals.Add(row);
                }

                progress.Update((double)content.Position / content.Length, totals.Rows);
            }
        }
        catch (Exception stopped) when (stopped is not CommandException && !dryRun)
        {
            progress.Dispose();
            if (totals.Rows == 0 && stopped is RosterException)
            {
                // Nothing to go on with: what was wrong was wrong from the first row on.
                journal?.Close();
            }
            else
            {
                session.Screen.Note($"{totals.Rows:N0} rows are done. Run it again to go on.");
            }

            throw;
        }

        journal?.Close();
        progress.Dispose();
        Tell(session, path, refusals, totals, dryRun ? null : progress);
        return totals[RowOutcome.Refused] > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static Report OpenReport(string file, string csv) => Path.GetFullPath(file) == Path.GetFullPath(csv)
        ? throw new CommandException("The report would take the place of the file that is read.", "Name another: --report FILE")
        : new(file);

    private static void Tell(Session session, string path, List<RowResult> refusals, ImportTotals totals, ProgressLine? work)
    {
        foreach (var row in refusals)
        {
            session.Screen.Note(Cell.OneLine($"{path}:{row.Line}: {row.UserName}: {row.Why}"));
        }

        if (totals[RowOutcome.Refused] is var refused && refused > refusals.Count)
        {
            session.Screen.Note($"… and {refused - refusals.Count:N0} more that were refused: --report FILE has all of them.");
        }

        session.Results.Show(totals, ImportTotals.Columns);
        if (work is not null)
        {
            session.Screen.Note($"{totals.Rows:N0} rows in {work.Elapsed.TotalSeconds:N1} s: {work.Rate(totals.Rows):N0}/s.");
        }
        else
        {
            session.Screen.Note("Nothing was changed.");
        }
    }
}
