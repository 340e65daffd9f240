using Roster.Core.Accounts;
using Roster.Core.Changes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Storage.Sql.Queueing;

namespace Roster.Storage.Postgres.Writing;

/// <summary>An account under a lane's lock, and how far this transaction has taken it.</summary>
internal sealed class LockedAccount(Turn turn, Account? row, Instant clock)
{
    private readonly List<AccountWork> _written = [];

    public Turn Turn => turn;

    public AccountId Id => turn.Queue.Account;

    /// <summary>As it was when the round began; null where there is none.</summary>
    public Account? Row { get; set; } = row;

    public long From { get; } = row?.Revision ?? 0;

    public long Revision { get; private set; } = row?.Revision ?? 0;

    /// <summary>What other processes wrote before, as far as this one had not followed it.</summary>
    public IReadOnlyList<LogEntry> Others { get; set; } = [];

    /// <summary>Taken after the lock, and never behind the latest change.</summary>
    public Instant Now { get; } = row is null ? clock : Instant.Later(clock, row.ChangedAt);

    public Moment Moment => new(Now, Revision);

    /// <summary>More than notes: there is a new revision.</summary>
    public bool IsWritten => Revision > From;

    /// <summary>Somebody's earlier try turned out to have been committed.</summary>
    public bool HasSettled => turn.Works.OfType<AccountWork>().Any(work => work.IsSettled);

    public IEnumerable<CommittedSet> Sets => _written.Select(work => work.Set).OfType<CommittedSet>();

    /// <summary>Those whose doing stands and falls with the commit.</summary>
    public IEnumerable<AccountWork> Writers => _written;

    public void Wrote(AccountWork work)
    {
        _written.Add(work);
        Revision = work.Set?.Last ?? Revision;
    }
}
