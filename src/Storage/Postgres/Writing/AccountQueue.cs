using Roster.Core.Values;
using Roster.Storage.Sql.Queueing;

namespace Roster.Storage.Postgres.Writing;

/// <summary>The works that wait for one account. Guarded by the queue that it belongs to.</summary>
internal sealed class AccountQueue(AccountId account)
{
    private readonly LinkedList<QueuedWork> _waiting = [];

    /// <summary>Statements that are no account's wait here.</summary>
    public static AccountId OfNoAccount => new("");

    public AccountId Account => account;

    /// <summary>Somebody outside held the account for longer than a lane waits. Set by the lane that the account is with.</summary>
    public bool IsLocked { get; set; }

    public bool IsEmpty => _waiting.Count == 0;

    /// <summary>True where what comes next shares its transaction with nothing else.</summary>
    public bool IsAlone => account == OfNoAccount || _waiting.First is { Value.Alone: true };

    public void Add(QueuedWork work) => _waiting.AddLast(work);

    /// <summary>Before those who came later. Who must be alone may fail again and again, and so goes behind.</summary>
    public void PutBack(IReadOnlyCollection<QueuedWork> works)
    {
        foreach (var work in works.Where(work => !work.Alone).Reverse())
        {
            _waiting.AddFirst(work);
        }

        foreach (var work in works.Where(work => work.Alone))
        {
            _waiting.AddLast(work);
        }
    }

    /// <summary>Whoever comes next, unless they must not join those who were taken already.</summary>
    public QueuedWork? Next(bool joining)
    {
        if (_waiting.First is not { Value: var work } || (joining && work.Alone))
        {
            return null;
        }

        _waiting.RemoveFirst();
        return work;
    }
}

/// <summary>An account that is with a lane, and the works that were begun.</summary>
internal sealed record Turn(AccountQueue Queue, List<QueuedWork> Works);
