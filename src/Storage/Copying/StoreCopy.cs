using System.ComponentModel.DataAnnotations;
using Npgsql;
using Roster.Storage.Postgres;
using Roster.Storage.Sqlite;

namespace Roster.Storage.Copying;

/// <summary>
/// Copies a whole store into an empty one, of the same engine or another, with all revisions. What was interrupted goes on where
/// it was when it is run again. In the end both are read again and compared, and then the source hands over to the target.
/// </summary>
public static class StoreCopy
{
    /// <param name="progress">Told how it goes, line by line.</param>
    /// <exception cref="StoreStartException">One of the stores cannot be opened.</exception>
    /// <exception cref="StoreCopyException">The copy could not be finished; the source is as it was.</exception>
    public static async Task<CopyReport> RunAsync(
        StoreAddress from, StoreAddress to, CopyOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        if (from == to)
        {
            throw new StoreCopyException($"Both are {from}: a store is not copied into itself.");
        }

        try
        {
            await using var source = await OpenAsync(from, isTarget: false, options, cancellationToken);
            await using var target = await OpenAsync(to, isTarget: true, options, cancellationToken);
            return await RunAsync(source, target, options, new CopyProgress(progress, options.ReportEvery), cancellationToken);
        }
        catch (Exception exception) when (exception is SqliteException or NpgsqlException or IOException)
        {
            throw new StoreCopyException(
                $"The copy was interrupted: {exception.Message} What is copied stays; run the command again to go on.", exception);
        }
    }

    private static async Task<CopyReport> RunAsync(
        ICopySide source, ICopySide target, CopyOptions options, CopyProgress progress, CancellationToken cancellationToken)
    {
        var ledger = await CopyLedger.OpenAsync(source, target);
        progress.Say($"Copying {source.Name} to {target.Name}.");
        await new CopyRun(source, ledger, options, progress).RunAsync(cancellationToken);
        await target.SettleAsync();
        progress.BeginVerifying();
        progress.Say("Comparing both.");
        await new CopyVerification(source, target, options, progress).RunAsync(cancellationToken);
        await ledger.FinishAsync(source);
        var report = new CopyReport(
            progress.VerifiedAccounts, progress.VerifiedRows, progress.CopiedRows, progress.Copying, progress.Verifying);
        progress.Say(report.ToString());
        return report;
    }

    private static async Task<ICopySide> OpenAsync(
        StoreAddress address, bool isTarget, CopyOptions options, CancellationToken cancellationToken) =>
        address switch
        {
            SqliteAddress sqlite => SqliteCopySide.Open(sqlite, isTarget),
            PostgresAddress postgres => await PostgresCopySide.OpenAsync(postgres, isTarget, options, cancellationToken),
            _ => throw new ArgumentException("There is no such engine.", nameof(address)),
        };
}
