using Roster.Storage.Postgres;
using Roster.Storage.Sql.Statements;
using Roster.Tests.Storage.Conformance.Postgres.Plans;
using Roster.Tests.Storage.Conformance.Postgres.Sharding;
using Roster.Tests.Storage.Conformance.Sql;

namespace Roster.Tests.Storage.Conformance.Postgres;

/// <summary>
/// That tables and statements all carry the account, so that Citus can keep an account's rows on one node and send it all that
/// is about the account: from the catalog of a real database and the plans of a real server, without the extension.
/// </summary>
public sealed class ShardingTests
{
    /// <summary>The operator's list of accounts.</summary>
    private const string OfAllAccounts = $"{nameof(AccountStatements)}.{nameof(AccountStatements.List)}";

    [Fact]
    public async Task Every_table_begins_its_keys_with_the_account()
    {
        await using var database = await TestTables.OpenAsync(await TestTables.CreateAsync());

        (await Tables.ComplaintsAsync(database)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_table_has_its_place_in_the_distribution()
    {
        await using var database = await TestTables.OpenAsync(await TestTables.CreateAsync());

        Distribution.AccountTables.Concat(Distribution.ReferenceTables.Keys).ShouldBe(await Tables.NamesAsync(database), ignoreOrder: true);
    }

    [Theory]
    [InlineData("CREATE TABLE t (id text PRIMARY KEY, account text COLLATE \"C\")", "t_pkey")]
    [InlineData("CREATE TABLE t (account text COLLATE \"POSIX\" PRIMARY KEY)", "'account text POSIX'")]
    [InlineData("CREATE TABLE t (account varchar(9) COLLATE \"C\" PRIMARY KEY)", "'account character varying(9) C'")]
    [InlineData("CREATE TABLE t (account text COLLATE \"C\")", "no primary key")]
    [InlineData("CREATE UNIQUE INDEX one_name ON users (fold)", "one_name")]
    [InlineData("CREATE INDEX by_phone ON users (phone)", "by_phone")]
    [InlineData("CREATE SEQUENCE numbers", "numbers")]
    [InlineData("ALTER TABLE purges ADD n bigint GENERATED ALWAYS AS IDENTITY", "purges_n_seq")]
    [InlineData("ALTER TABLE key_uses ADD FOREIGN KEY (key_id) REFERENCES key_accounts (key_id)", "key_uses_key_id_fkey")]
    [InlineData("CREATE TRIGGER tick BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()", "tick")]
    public async Task A_table_that_could_not_be_distributed_is_told(string change, string complaint)
    {
        await using var database = await TestTables.OpenAsync(await TestTables.CreateAsync());
        await database.ExecuteAsync(change, TestContext.Current.CancellationToken);

        (await Tables.ComplaintsAsync(database)).ShouldContain(it => it.Contains(complaint));
    }

    [Fact]
    public async Task Every_statement_asks_each_table_for_one_account()
    {
        await using var explainer = await Explainer.OpenAsync(await TestTables.CreateAsync());
        foreach (var (name, text) in EveryStatement.OnPostgres.Where(statement => statement.Key != OfAllAccounts))
        {
            Statements.Complaints(text, await explainer.PlanAsync(text)).ShouldBeEmpty(name);
        }
    }

    [Theory]
    [InlineData("SELECT name FROM users WHERE fold = $1", "users")]
    [InlineData("SELECT name FROM users WHERE account > $1", "users")]
    [InlineData("SELECT u.name FROM users u JOIN memberships m ON m.member_id = u.user_id WHERE u.account = $1", "memberships")]
    [InlineData("SELECT name FROM users WHERE account = $1 AND (SELECT count(*) FROM changes WHERE token = $2) = 0", "changes")]
    [InlineData("SELECT name FROM users WHERE account = $1 UNION ALL SELECT name FROM scopes WHERE account = $2", "scopes")]
    [InlineData("SELECT 1 FROM accounts WHERE account IN ($1, $2) FOR UPDATE", "accounts")]
    [InlineData("UPDATE users SET active = 0 WHERE user_id = $1", "users")]
    [InlineData("UPDATE users SET account = $2 WHERE account = $1", "moved")]
    [InlineData("DELETE FROM memberships WHERE member_id = $1", "memberships")]
    [InlineData("INSERT INTO purges (account, scope_kind, scope_id) SELECT 'org-' || $1, 3, $2", "purges")]
    [InlineData("INSERT INTO purges SELECT u.account, 3, u.user_id FROM users u", "users")]
    [InlineData("INSERT INTO purges (account, scope_kind, scope_id) VALUES ($1, 3, (SELECT name FROM users WHERE account = $1 AND user_id = $2))", "subquery")]
    public async Task A_statement_that_could_not_be_sent_to_one_node_is_told(string statement, string complaint)
    {
        await using var explainer = await Explainer.OpenAsync(await TestTables.CreateAsync());

        Statements.Complaints(statement, await explainer.PlanAsync(statement)).ShouldContain(it => it.Contains(complaint));
    }
}
