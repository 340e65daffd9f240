using Roster.Storage;
using Roster.Storage.Sql;
using Roster.Storage.Sql.Replaying;

namespace Roster.Tests.Storage.Conformance.Engine;

/// <summary>A database whose rows can be seen from below, in the same way on every engine.</summary>
internal abstract class SqlDatabase(TestClock clock) : StoreDatabase(clock)
{
    private const int ManyAccounts = 10_000;

    public override IStore Store => Sql;

    public abstract StoreAddress Address { get; }

    protected abstract ISqlStore Sql { get; }

    public abstract Task OpenAsync();

    public abstract Task CloseAsync();

    public override async Task ReopenAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    public override async Task<IReadOnlyList<string>> StateAsync()
    {
        var rows = new List<string>();
        foreach (var account in await Sql.AccountsAsync("", ManyAccounts, default))
        {
            rows.AddRange(await Sql.DumpStateAsync(account.Id, default));
        }

        return rows;
    }

    public override async Task ReplayIntoAsync(StoreDatabase empty)
    {
        var target = ((SqlDatabase)empty).Sql;
        foreach (var account in await Sql.AccountsAsync("", ManyAccounts, default))
        {
            await Sql.ReplayAsync(target, account.Id, default);
        }
    }
}
