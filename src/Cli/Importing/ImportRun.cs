using System.Runtime.CompilerServices;

namespace Roster.Cli.Importing;

/// <summary>All rows of a file, a few batches on their way at a time. Results come in the file's order, and are in the journal first.</summary>
internal sealed class ImportRun(Importer importer, Journal? journal)
{
    private const int BatchSize = 500;
    private const int MostUnderWay = 3;

    public async IAsyncEnumerable<RowResult> RunAsync(IEnumerable<UserRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var rest = rows.GetEnumerator();
        foreach (var done in DoneBefore(rest))
        {
            yield return done;
        }

        var underWay = new Queue<Task<IReadOnlyList<RowResult>>>();
        var batch = new List<UserRow>(BatchSize);
        do
        {
            batch = Next(rest);
            if (batch.Count > 0)
            {
                underWay.Enqueue(importer.RunAsync(batch, cancellationToken));
            }

            while (underWay.Count == MostUnderWay || (batch.Count == 0 && underWay.Count > 0))
            {
                var results = await underWay.Dequeue();
                journal?.Add(results);
                foreach (var result in results)
                {
                    yield return result;
                }
            }
        }
        while (batch.Count > 0);
    }

    /// <summary>What the journal knows of the first rows; they are read, and not sent again.</summary>
    private IEnumerable<RowResult> DoneBefore(IEnumerator<UserRow> rows)
    {
        foreach (var (outcome, why) in (journal?.Done ?? []).SelectMany(Journal.Results))
        {
            if (rows.MoveNext())
            {
                yield return new(rows.Current.Line, rows.Current.UserName, outcome, why);
            }
        }
    }

    private static List<UserRow> Next(IEnumerator<UserRow> rows)
    {
        var batch = new List<UserRow>(BatchSize);
        while (batch.Count < BatchSize && rows.MoveNext())
        {
            batch.Add(rows.Current);
        }

        return batch;
    }
}
