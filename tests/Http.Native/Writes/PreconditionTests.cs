using static Roster.Tests.Http.Native.Shown;

namespace Roster.Tests.Http.Native.Writes;

/// <summary><c>If-Match</c> and <c>If-None-Match</c>: a write is done to the version that was meant, or not at all.</summary>
public sealed class PreconditionTests(NativeServer server)
{
    private const string Rename = """{"givenName":"May"}""";
    private const string View = """{"role":"View Destination"}""";
    private const string Otherwise = "It is in another version than expected: it has changed since, or is not there.";

    [Theory]
    [InlineData("{etag}")]
    [InlineData("*")]
    [InlineData("\"x\", {etag}")]
    public async Task A_version_that_is_met_lets_the_write_through(string match)
    {
        var world = await World.MakeAsync(server.Roster);
        var version = (await world.Admin.GetAsync("/api/users/mary")).Header("ETag")!;

        var changed = await world.Admin.PatchAsync("/api/users/mary", Rename, ("If-Match", match.Replace("{etag}", version)));
        var stale = await PatchAsync(world, match.Replace("{etag}", version));

        changed.Status.ShouldBe(200);
        stale.Status.ShouldBe(match == "*" ? 200 : 412);
        (await PatchAsync(world, changed.Header("ETag")!)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("\"{epoch}-1\"")]
    [InlineData("\"{epoch}-1\", \"{epoch}-2\"")]
    [InlineData("\"0123456789ab-8\"")]
    [InlineData("\"8\"")]
    [InlineData("\"\"")]
    public async Task Another_version_is_refused_and_nothing_is_done(string match)
    {
        var world = await World.MakeAsync(server.Roster);

        var answer = await PatchAsync(world, world.Fill(match));

        Of(answer).ShouldBe(Problem(412, "version-changed", "The version is another", Otherwise));
        (await world.Account.RevisionAsync()).ShouldBe(World.Revision);
        server.Document.Problems("PATCH", "/api/users/mary", 412, answer.Header("Content-Type"), answer.Text).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("W/\"x\"")]
    [InlineData("*, \"x\"")]
    [InlineData("\"x")]
    public async Task What_is_no_list_of_strong_versions_is_refused(string match)
    {
        var world = await World.MakeAsync(server.Roster);

        Of(await PatchAsync(world, match)).ShouldBe(Invalid("If-Match", "must be * or ETags that were answered"));
        (await world.Account.RevisionAsync()).ShouldBe(World.Revision);
    }

    [Fact]
    public async Task What_would_be_refused_anyway_is_refused_for_that()
    {
        var world = await World.MakeAsync(server.Roster);

        Of(await world.Admin.PatchAsync("/api/users/nobody", Rename, ("If-Match", "*"), ("X-Request-Id", RequestId))).ShouldBe(Unknown("user", "nobody"));
        (await world.Admin.DeleteAsync("/api/groups/warehouse", ("If-Match", "\"x\""))).Status.ShouldBe(409);
    }

    [Fact]
    public async Task A_membership_is_begun_only_where_there_is_none()
    {
        var world = await World.MakeAsync(server.Roster);
        const string Mary = "/api/memberships/group/staging/mary";

        var begun = await world.Admin.PutAsync(Mary, View, ("If-None-Match", "*"));
        var again = await world.Admin.PutAsync(Mary, View, ("If-None-Match", "*"), ("X-Request-Id", RequestId));

        begun.Status.ShouldBe(201);
        Of(again).ShouldBe(Problem(412, "version-changed", "The version is another", "It is there already."));
    }

    [Fact]
    public async Task A_membership_that_is_not_there_is_in_no_version()
    {
        var world = await World.MakeAsync(server.Roster);

        Of(await world.Admin.PutAsync("/api/memberships/group/staging/mary", View, ("If-Match", "*"), ("X-Request-Id", RequestId)))
            .ShouldBe(Problem(412, "version-changed", "The version is another", "It is not there."));
    }

    [Theory]
    [InlineData("\"x\"", null, "must be *")]
    [InlineData("*", "*", "must not be given together with If-Match")]
    public async Task Other_conditions_are_refused(string unless, string? match, string detail)
    {
        var world = await World.MakeAsync(server.Roster);
        (string, string)[] headers = match is null ? [] : [("If-Match", match)];

        var answer = await world.Admin.PutAsync(
            "/api/memberships/group/staging/mary", View, [("If-None-Match", unless), ("X-Request-Id", RequestId), .. headers]);

        Of(answer).ShouldBe(Invalid("If-None-Match", detail));
    }

    [Fact]
    public async Task The_accounts_version_is_its_revision_and_counts_for_what_has_none()
    {
        var world = await World.MakeAsync(server.Roster);
        var version = (await world.Admin.GetAsync("/api/account")).Header("ETag")!;

        var made = await world.Admin.PostAsync("/api/groups", """{"name":"North"}""", ("If-Match", version));
        var stale = await world.Admin.PostAsync("/api/groups", """{"name":"South"}""", ("If-Match", version));

        version.ShouldBe($"\"{(await world.Admin.GetAsync("/api/users/ada")).Header("ETag")!.Split('-')[0].Trim('"')}-{World.Revision}\"");
        made.Status.ShouldBe(201);
        stale.Status.ShouldBe(412);
    }

    private static Task<Answer> PatchAsync(World world, string match) =>
        world.Admin.PatchAsync("/api/users/mary", Rename, ("If-Match", match), ("X-Request-Id", RequestId));
}
