namespace Roster.Storage.Copying;

/// <summary>Reads both stores again and compares every account.</summary>
internal sealed class CopyVerification(ICopySide source, ICopySide target, CopyOptions options, CopyProgress progress)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var after = "";
        List<CopiedAccount> page;
        do
        {
            page = await CopiedAccount.PageAsync(source, after);
            EnsureSame(page, await CopiedAccount.PageAsync(target, after));
            foreach (var account in page)
            {
                await CompareAsync(account, cancellationToken);
                after = account.Id;
            }
        }
        while (page.Count > 0);
    }

    private void EnsureSame(List<CopiedAccount> accounts, List<CopiedAccount> copies)
    {
        foreach (var (account, copy) in accounts.Zip(copies).Where(pair => pair.First != pair.Second))
        {
            throw account.Id == copy.Id ? copy.Moved(source, account.Revision) : Differ(account.Id, "accounts");
        }

        if (accounts.Count != copies.Count)
        {
            throw Differ(accounts.Concat(copies).ElementAt(Math.Min(accounts.Count, copies.Count)).Id, "accounts");
        }
    }

    private async Task CompareAsync(CopiedAccount account, CancellationToken cancellationToken)
    {
        var both = await Task.WhenAll(DigestAsync(source, account, cancellationToken), DigestAsync(target, account, cancellationToken));
        await account.EnsureUnmovedAsync(source);
        if (both[0].DifferenceFrom(both[1]) is { } table)
        {
            throw Differ(account.Id, table);
        }

        progress.Verified(account, both[0]);
    }

    private Task<AccountDigest> DigestAsync(ICopySide store, CopiedAccount account, CancellationToken cancellationToken) =>
        Task.Run(() => AccountDigest.OfAsync(store, account.Id, options, progress.Read, cancellationToken), cancellationToken);

    private StoreCopyException Differ(string account, string table) => new(
        $"{target.Name} is not the same as {source.Name}: the account {account} differs in {table}. Nothing was handed over. Stop every server on both and run the command again; if it says the same, empty the target first.");
}
