using Roster.Core.Changes;
using Roster.Core.Values;
using Roster.Storage.Sql.Applying;

namespace Roster.Storage.Sqlite;

/// <summary>What queued work may use while the writer's transaction is open.</summary>
internal sealed class SqliteWriteSession(SqliteConnection connection, TimeProvider time, int bigEnd)
{
    private readonly SetWriter _sets = new(connection, bigEnd);

    public SqliteConnection Connection => connection;

    public Instant Clock => Instant.From(time.GetUtcNow());

    public void Write(CommittedSet set, SetToken token)
    {
        _sets.Write(set, token);
        _sets.Advance(set.Account, set.First - 1, set.Last, set.At);
    }
}
