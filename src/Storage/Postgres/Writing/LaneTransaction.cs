using Roster.Core.Changes;
using Roster.Core.Values;
using Roster.Storage.Postgres.Following;
using Roster.Storage.Sql.Applying;
using Roster.Storage.Sql.Queueing;
using Roster.Storage.Sql.Reads;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Postgres.Writing;

/// <summary>
/// One transaction of a lane: locks the accounts, then in rounds reads for all, decides in order, and writes for all. A rule
/// whose footprint meets an earlier change of its round decides in the next, on what is true then.
/// </summary>
/// <param name="followed">How far this process has followed an account; null for not at all.</param>
internal sealed class LaneTransaction(Pipeline pipeline, DatabaseClock clock, Func<AccountId, long?> followed)
{
    /// <summary>More changes than this, or one that ends a whole scope, share a transaction with nobody.</summary>
    private const int Large = 256;

    /// <summary>Changes of a large set that are sent together.</summary>
    private const int Part = 2_000;

    private readonly SetWriter _sets = new(pipeline, bigEnd: null);

    public List<LockedAccount> Accounts { get; } = [];

    /// <summary>Works of accounts that another process has locked, and those that must be alone: for another transaction.</summary>
    public HashSet<QueuedWork> Later { get; } = [];

    /// <summary>Runs all works. They are answered after the commit, which is the caller's.</summary>
    public async ValueTask RunAsync(IReadOnlyList<Turn> turns)
    {
        pipeline.Begin(PostgresStatements.BeginWriting);
        await LockAsync(turns);
        var works = Undone();
        var others = works.Count > 0 ? AskOthers() : [];
        for (var isFirst = true; works.Count > 0; isFirst = false)
        {
            works = await RunRoundAsync(works, isFirst);
        }

        foreach (var (account, entries) in others)
        {
            account.Others = await entries;
        }
    }

    /// <summary>Travels with the first reads, so that the followers are told what led to this commit without another trip.</summary>
    private List<(LockedAccount Account, Task<List<LogEntry>> Entries)> AskOthers() =>
        [.. from account in Accounts
            let after = followed(account.Id)
            where after < account.From
            select (account, pipeline.ManyAsync(LogStatements.List, Rows.LogEntry, account.Id.Value, after, Position.Chunk).AsTask())];

    /// <summary>
    /// The first account is waited for, unless that was in vain the last time; nobody waits who holds a lock already, so that
    /// nobody waits in a circle.
    /// </summary>
    private async ValueTask LockAsync(IReadOnlyList<Turn> turns)
    {
        var locks = turns.Select((turn, i) => pipeline.OneAsync(
            i == 0 && !turn.Queue.IsLocked ? PostgresStatements.Lock : PostgresStatements.LockOrSkip,
            Rows.Exists,
            turn.Queue.Account.Value).AsTask()).ToList();
        var rows = turns.Select(turn => pipeline.OneAsync(AccountStatements.Find, Rows.Account, turn.Queue.Account.Value)).ToList();
        var doubts = turns.SelectMany((turn, i) => turn.Works.OfType<AccountWork>().Where(work => work.InDoubt)
            .Select(work => SettleAsync(work, locks[i]))).ToList();
        await pipeline.SendAllAsync();
        await Task.WhenAll(doubts);
        for (var i = 0; i < turns.Count; i++)
        {
            var (isLocked, row) = (await locks[i], await rows[i]);
            if (isLocked || row is null)
            {
                turns[i].Queue.IsLocked = false;
                Accounts.Add(new LockedAccount(turns[i], row, clock.Now));
            }
            else
            {
                Later.UnionWith(turns[i].Works);
            }
        }
    }

    /// <summary>
    /// The lock has waited for whoever may still have been committing it, so the log says whether it was done. Without the lock,
    /// because others have it or the account is only being opened, nothing found proves nothing. Who only left a note is not in
    /// the log: the note itself says it, since what it holds is what was to be answered, whoever may have left the same.
    /// </summary>
    private async Task SettleAsync(AccountWork work, Task<bool> locked)
    {
        var finding = work is { Set: null, Notes: [var note, ..] }
            ? pipeline.OneAsync(PostgresStatements.FindNote, Rows.Exists, work.Account.Value, note.Name, note.Content.ToArray())
            : pipeline.OneAsync(PostgresStatements.FindToken, Rows.Exists, work.Account.Value, work.Token.Value);
        var isDone = await finding;

        // Done, it stays in doubt until it is answered: nobody may be told that nothing was changed.
        (work.IsSettled, work.InDoubt) = (isDone, isDone || !await locked);
    }

    private List<(LockedAccount Account, AccountWork Work)> Undone() =>
        [.. from account in Accounts
            from work in account.Turn.Works.OfType<AccountWork>()
            where !work.IsSettled
            select (account, work)];

    private async ValueTask<List<(LockedAccount Account, AccountWork Work)>> RunRoundAsync(
        List<(LockedAccount Account, AccountWork Work)> works, bool isFirst)
    {
        if (!isFirst)
        {
            await RefreshAsync();
        }

        var asked = works.ConvertAll(item => Ask(item.Account, item.Work));
        await pipeline.SendAllAsync();
        pipeline.Forget();

        var next = new List<(LockedAccount, AccountWork)>();
        var touched = Accounts.ToDictionary(account => account.Id, _ => new Touched());
        for (var i = 0; i < works.Count; i++)
        {
            var (account, work) = works[i];
            work.EndReading(asked[i].Reading);
            asked[i].Reads.End();
            if (touched[account.Id].Meets(asked[i].Recorded.Footprint))
            {
                next.Add(works[i]);
            }
            else if (work.Refusal is null)
            {
                await DecideAsync(account, work, touched[account.Id]);
            }
        }

        if (next.Count == 0)
        {
            Advance();
        }

        await pipeline.SendAllAsync();
        return next;
    }

    /// <summary>An account may have been opened or closed in the round before.</summary>
    private async ValueTask RefreshAsync()
    {
        var rows = Accounts.ConvertAll(account => pipeline.OneAsync(AccountStatements.Find, Rows.Account, account.Id.Value));
        await pipeline.SendAllAsync();
        for (var i = 0; i < rows.Count; i++)
        {
            Accounts[i].Row = await rows[i];
        }
    }

    private (SqlReads Reads, RecordedReads Recorded, Task Reading) Ask(LockedAccount account, AccountWork work)
    {
        var reads = SqlReads.Of(pipeline, account.Id, account.Row, account.Now);
        var recorded = new RecordedReads(reads);
        return (reads, recorded, work.ReadAsync(recorded));
    }

    private async ValueTask DecideAsync(LockedAccount account, AccountWork work, Touched touched)
    {
        work.Decide(account.Moment);
        if (work.Set is { } set && IsLarge(set))
        {
            if (!IsOnly(work))
            {
                work.Alone = true;
                Later.Add(work);
                return;
            }

            pipeline.WaitLong();
            await SendPartsAsync(set, work.Token);
        }
        else if (work.Set is { } small)
        {
            _sets.Write(small, work.Token);
        }

        Note(account, work, touched);
    }

    /// <summary>Nobody else is here to share the trip, and so many statements would take more memory than they are worth.</summary>
    private async ValueTask SendPartsAsync(CommittedSet set, SetToken token)
    {
        for (var from = 0; from < set.Changes.Count; from += Part)
        {
            _sets.Write(set, token, from, Math.Min(from + Part, set.Changes.Count));
            await pipeline.SendAllAsync();
        }
    }

    private void Note(LockedAccount account, AccountWork work, Touched touched)
    {
        if (work.Set is { } set)
        {
            touched.Add(set.Changes);
        }

        _sets.Leave(account.Id, work.Notes, account.Now);
        touched.Add(work.Notes);
        if (work.Set is not null || work.Notes.Count > 0)
        {
            account.Wrote(work);
        }
    }

    private void Advance()
    {
        foreach (var account in Accounts.Where(account => account.IsWritten))
        {
            _sets.Advance(account.Id, account.From, account.Revision, account.Now);
        }
    }

    private bool IsOnly(AccountWork work) => Accounts is [{ Turn.Works: [var only] }] && only == work;

    private static bool IsLarge(CommittedSet set) => set.Changes.Count > Large || set.Changes.Any(change => change is ScopeEnded or AccountClosed);
}
