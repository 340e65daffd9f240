using Roster.Core.Storage;

namespace Roster.Storage.Sql;

/// <summary>A store over SQL, seen from below: for replay, dumps and tests.</summary>
internal interface ISqlStore : IStore
{
    /// <summary>Runs queries on one snapshot.</summary>
    ValueTask<T> QueryAsync<T>(Func<ISql, ValueTask<T>> query, CancellationToken cancellationToken);

    /// <summary>Runs statements in a transaction of their own, or in a batch's.</summary>
    ValueTask AlterAsync(Action<ISqlWriter> statements, CancellationToken cancellationToken);
}
