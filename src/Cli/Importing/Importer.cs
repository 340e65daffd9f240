using System.Net;
using Roster.Sdk;

namespace Roster.Cli.Importing;

/// <summary>Brings rows to the server, some hundred at a time: a plan, and its application. A row that is refused does not hold up the others.</summary>
internal sealed class Importer(RosterClient client, bool dryRun)
{
    private const int MostMoves = 10;

    /// <summary>What has become of each row, in their order.</summary>
    public async Task<IReadOnlyList<RowResult>> RunAsync(IReadOnlyList<UserRow> rows, CancellationToken cancellationToken)
    {
        var results = rows.Where(row => row.Problem is not null)
            .ToDictionary(row => row.Line, row => new RowResult(row.Line, row.UserName, RowOutcome.Refused, row.Problem));
        await SendAsync([.. rows.Where(row => row.Problem is null)], results, cancellationToken);
        return [.. rows.Select(row => results[row.Line])];
    }

    private async Task SendAsync(IReadOnlyList<UserRow> rows, Dictionary<long, RowResult> results, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var batch = new UserBatch(rows);
        try
        {
            foreach (var result in await ApplyAsync(batch, cancellationToken))
            {
                results[result.Line] = result;
            }
        }
        catch (RosterException refused) when (IsAboutRows(refused))
        {
            await SendOthersAsync(rows, Blamed(batch, refused), refused, results, cancellationToken);
        }
    }

    private async Task<IEnumerable<RowResult>> ApplyAsync(UserBatch batch, CancellationToken cancellationToken)
    {
        for (var moves = 0; ; moves++)
        {
            // Whom a row deactivates counts as removed. The file names each of them; the limit is for documents that leave something out.
            var plan = await client.Plans.MakeAsync(batch.Document, batch.Count, cancellationToken: cancellationToken);
            try
            {
                if (!dryRun && !plan.IsEmpty)
                {
                    await client.Plans.ApplyAsync(plan.Id, cancellationToken: cancellationToken);
                }

                return batch.Results(plan);
            }
            catch (RosterException moved) when (moved.Code == Sdk.Native.Plans.PlanMoved && moves < MostMoves)
            {
                // Somebody else wrote the same users: the next plan sees it.
            }
        }
    }

    /// <summary>Without those that were named; where none was, each half for itself, until the row is found.</summary>
    private async Task SendOthersAsync(
        IReadOnlyList<UserRow> rows, Dictionary<long, string> blamed, RosterException refused, Dictionary<long, RowResult> results, CancellationToken cancellationToken)
    {
        if (blamed.Count == 0 && rows.Count == 1)
        {
            blamed[rows[0].Line] = Failures.Sentence(refused);
        }

        foreach (var row in rows.Where(row => blamed.ContainsKey(row.Line)))
        {
            results[row.Line] = new(row.Line, row.UserName, RowOutcome.Refused, blamed[row.Line]);
        }

        if (blamed.Count > 0)
        {
            await SendAsync([.. rows.Where(row => !blamed.ContainsKey(row.Line))], results, cancellationToken);
        }
        else
        {
            await SendAsync([.. rows.Take(rows.Count / 2)], results, cancellationToken);
            await SendAsync([.. rows.Skip(rows.Count / 2)], results, cancellationToken);
        }
    }

    private static Dictionary<long, string> Blamed(UserBatch batch, RosterException refused)
    {
        var blamed = new Dictionary<long, string>();
        foreach (var problem in Sdk.Native.Plans.ProblemsIn(refused))
        {
            if (batch.RowAt(problem.Field) is { } row)
            {
                var member = problem.Field[(problem.Field.IndexOf(']', StringComparison.Ordinal) + 1)..].TrimStart('.');
                var what = $"{member} {batch.InLines(problem.Detail)}".Trim();
                blamed[row.Line] = blamed.TryGetValue(row.Line, out var other) ? $"{other}; {what}" : what;
            }
        }

        return blamed;
    }

    /// <summary>About what was asked, and not about the key, the server or the way there.</summary>
    private static bool IsAboutRows(RosterException refused) =>
        refused.Status is HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity
        || refused is { Status: HttpStatusCode.Forbidden, Code: "above-actor" or "own-role" };
}
