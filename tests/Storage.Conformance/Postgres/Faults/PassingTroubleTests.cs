namespace Roster.Tests.Storage.Conformance.Postgres.Faults;

/// <summary>What the database refuses today and not tomorrow. A trigger says what a real one would need much machinery for.</summary>
public sealed class PassingTroubleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("40001")]
    [InlineData("40P01")]
    [InlineData("53100")]
    [InlineData("53200")]
    [InlineData("58030")]
    [InlineData("25006")]
    public async Task A_write_that_meets_it_is_done_when_it_has_passed(string code)
    {
        await using var database = await FaultyDatabase.OpenAsync(Patience, lanes: 1);
        var held = await HeldLock.TakeAsync(database.Store, FaultyDatabase.Home);
        await RefuseAsync(database, code, times: 3);

        var writing = Enumerable.Range(0, 5).Select(i => database.Store.AddUserAsync(FaultyDatabase.Home, $"u{i}")).ToList();
        await held.DisposeAsync();

        (await Task.WhenAll(writing)).Select(moment => moment.Number(0)).Order().ShouldBe([2, 3, 4, 5, 6]);
        (await database.LogAsync(FaultyDatabase.Home)).Count.ShouldBe(6);
    }

    [Fact]
    public async Task What_does_not_pass_is_told_after_the_patience_and_nothing_is_changed()
    {
        await using var database = await FaultyDatabase.OpenAsync(TimeSpan.FromSeconds(1));
        await RefuseAsync(database, "53100", times: int.MaxValue);

        var told = await Should.ThrowAsync<StoreUnavailableException>(database.Store.AddUserAsync(FaultyDatabase.Home, "u1"));

        told.MayBeWritten.ShouldBeFalse();
        await database.ExecuteAsync("DROP TRIGGER refuse ON changes");
        (await database.Store.AddUserAsync(FaultyDatabase.Home, "u2")).Number(0).ShouldBe(2);
    }

    /// <summary>Somebody opened the account a moment ago, at another process.</summary>
    [Fact]
    public async Task A_write_that_collides_once_is_decided_again()
    {
        await using var database = await FaultyDatabase.OpenAsync(Patience);
        await RefuseAsync(database, "23505", times: 1);

        (await database.Store.AddUserAsync(FaultyDatabase.Home, "u1")).Number(0).ShouldBe(2);
    }

    /// <summary>A sequence counts what is rolled back too.</summary>
    private static async Task RefuseAsync(FaultyDatabase database, string code, int times)
    {
        await database.ExecuteAsync("CREATE SEQUENCE refusals");
        await database.ExecuteAsync(
            $$"""
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
            $body$ BEGIN
                IF nextval('refusals') <= {{times}} THEN RAISE 'refused' USING ERRCODE = '{{code}}'; END IF;
                RETURN new;
            END $body$
            """);
        await database.ExecuteAsync("CREATE TRIGGER refuse BEFORE INSERT ON changes FOR EACH ROW EXECUTE FUNCTION refuse()");
    }
}
