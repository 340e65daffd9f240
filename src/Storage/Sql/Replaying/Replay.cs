using Roster.Core.Changes;
using Roster.Core.Values;
using Roster.Storage.Sql.Applying;
using Roster.Storage.Sql.Reads;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Replaying;

/// <summary>Makes an account again from its log alone.</summary>
internal static class Replay
{
    private const int Chunk = 1_000;

    /// <param name="target">Must not have the account.</param>
    public static async Task ReplayAsync(
        this ISqlStore source, ISqlStore target, AccountId account, CancellationToken cancellationToken)
    {
        var pending = new List<(LogEntry Entry, string? Token)>();
        for (var after = 0L; ;)
        {
            var rows = await source.QueryAsync(
                sql => sql.ManyAsync(LogStatements.List, Rows.LoggedChange, account.Value, after, Chunk), cancellationToken);
            pending.AddRange(rows);
            var isLast = rows.Count < Chunk;
            var whole = isLast ? pending.Count : pending.FindLastIndex(row => row.Token is not null);
            await target.AlterAsync(sql => Apply(sql, account, pending.GetRange(0, whole)), cancellationToken);
            pending.RemoveRange(0, whole);
            if (isLast)
            {
                return;
            }

            after = rows[^1].Entry.Revision;
        }
    }

    private static void Apply(ISqlWriter sql, AccountId account, List<(LogEntry Entry, string? Token)> rows)
    {
        var writer = new SetWriter(sql, bigEnd: null);
        foreach (var set in rows.GroupBy(row => row.Entry.Set))
        {
            var (first, token) = set.First();
            var changes = set.Select(row => row.Entry.Change).ToList();
            var replayed = new CommittedSet(account, first.Revision, first.At, first.Actor, first.Door, changes);
            writer.Write(replayed, new SetToken(token!));
            writer.Advance(account, replayed.First - 1, replayed.Last, replayed.At);
        }
    }
}
