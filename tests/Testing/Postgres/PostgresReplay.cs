using Roster.Core.Values;
using Roster.Storage.Postgres;
using Roster.Storage.Sql.Replaying;

namespace Roster.Testing.Postgres;

/// <summary>A database beside what its log alone makes of another, empty one.</summary>
/// <param name="State">Every row of the accounts.</param>
/// <param name="Replayed">The same rows, made again.</param>
public sealed record PostgresReplay(IReadOnlyList<string> State, IReadOnlyList<string> Replayed)
{
    public static async Task<PostgresReplay> RunAsync(string database, string empty, IEnumerable<AccountId> accounts)
    {
        await using var source = await OpenAsync(database);
        await using var target = await OpenAsync(empty);
        var (state, replayed) = (new List<string>(), new List<string>());
        foreach (var account in accounts)
        {
            await source.ReplayAsync(target, account, CancellationToken.None);
            state.AddRange(await source.DumpStateAsync(account, CancellationToken.None));
            replayed.AddRange(await target.DumpStateAsync(account, CancellationToken.None));
        }

        return new(state, replayed);
    }

    private static Task<PostgresStore> OpenAsync(string connection) => PostgresStore.OpenAsync(
        new() { Connection = connection, Patience = TimeSpan.FromMinutes(2) }, TimeProvider.System, CancellationToken.None);
}
