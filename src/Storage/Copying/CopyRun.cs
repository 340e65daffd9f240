namespace Roster.Storage.Copying;

/// <summary>Brings all accounts over: one chunk is written while the next is read.</summary>
internal sealed class CopyRun(ICopySide source, CopyLedger ledger, CopyOptions options, CopyProgress progress)
{
    private readonly SourceRows _rows = new(source, options);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var after = "";
        while (await CopiedAccount.PageAsync(source, after) is { Count: > 0 } page)
        {
            await CopyAsync(await LeftAsync(after, page), cancellationToken);
            after = page[^1].Id;
        }
    }

    private async Task<List<(CopiedAccount Account, CopyMark? Mark)>> LeftAsync(string after, List<CopiedAccount> page)
    {
        var marks = await ledger.MarksAsync(after, page);
        var left = new List<(CopiedAccount, CopyMark?)>();
        foreach (var account in page)
        {
            var mark = marks.GetValueOrDefault(account.Id);
            if (mark is not null && mark.Revision != account.Revision)
            {
                await ledger.ForgetAsync(account.Id);
                mark = null;
            }

            if (mark is null or { IsDone: false })
            {
                left.Add((account, mark));
            }
        }

        return left;
    }

    private async Task CopyAsync(List<(CopiedAccount Account, CopyMark? Mark)> accounts, CancellationToken cancellationToken)
    {
        await using var chunks = _rows.ReadAsync(accounts).GetAsyncEnumerator(cancellationToken);
        var next = NextAsync();
        try
        {
            while (await next)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var chunk = chunks.Current;
                next = NextAsync();
                await ledger.CommitAsync(chunk);
                progress.Copied(chunk);
            }
        }
        finally
        {
            // Whatever failed, the source is left alone only once nobody reads it any more.
            await Task.WhenAny(next);
        }

        Task<bool> NextAsync() => Task.Run(async () => await chunks.MoveNextAsync(), CancellationToken.None);
    }
}
