using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Tests.Http.Scim;

public sealed class MeAndVersionTests(ScimServer server)
{
    [Fact]
    public async Task Me_is_the_keys_own_user()
    {
        var client = await Client.NewAsync(server.Roster);
        (await client.GetAsync("/Me")).Error().ShouldBe("404");
        await client.Account.RegisterUserAsync("first@x.example", "Account Administrator");
        var owner = await client.Account.RegisterUserAsync("owner@x.example", "Account Administrator");
        var mine = client.With(await client.Account.MintKeyAsync(Roster.Core.Keys.Grants.Admin, owner: owner));
        var me = await mine.GetAsync("/Me");
        (me.Status, me.Header("Location")).ShouldBe((200, $"{Client.Base}/Users/{owner}"));
        (await mine.PatchAsync("/Me", """{"op":"add","path":"title","value":"T"}""")).Json.GetProperty("title").GetString().ShouldBe("T");
        (await mine.PutAsync("/Me", Client.UserOf("\"userName\":\"owner@x.example\",\"displayName\":\"O\""))).Json.GetProperty("displayName").GetString().ShouldBe("O");
        (await mine.PostAsync("/Me", Client.UserOf("\"userName\":\"x\""))).Error().ShouldBe("501");
        (await mine.DeleteAsync("/Me")).Status.ShouldBe(204);
        (await mine.GetAsync("/Me")).Error().ShouldBe("401");
    }

    [Fact]
    public async Task Versions_guard_reads_and_writes()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.CreateUserAsync("\"userName\":\"ana\"");
        var (id, version) = (ana.Id(), ana.Version());
        foreach (var known in new[] { version, version[2..], "*", $"W/\"0\", {version}" })
        {
            var same = await client.GetAsync($"/Users/{id}", ("If-None-Match", known));
            (same.Status, same.Body.Length, same.Header("ETag")).ShouldBe((304, 0, version));
        }

        (await client.GetAsync($"/Users/{id}", ("If-None-Match", "W/\"0\""))).Status.ShouldBe(200);
        var patch = Client.PatchOf("""{"op":"add","path":"title","value":"T"}""");
        foreach (var other in new[] { "W/\"0\"", "\"x\"", "W/\"999999\", \"0\"" })
        {
            (await client.SendAsync("PATCH", $"/Users/{id}", patch, ("If-Match", other))).Error().ShouldBe("412");
            (await client.PutAsync($"/Users/{id}", Client.UserOf("\"userName\":\"x\""), ("If-Match", other))).Error().ShouldBe("412");
            (await client.DeleteAsync($"/Users/{id}", ("If-Match", other))).Error().ShouldBe("412");
        }

        (await client.UserAsync(id)).GetRawText().ShouldBe(ana.GetRawText());
        var patched = await client.SendAsync("PATCH", $"/Users/{id}", patch, ("If-Match", version));
        (patched.Status, patched.Header("ETag") == version).ShouldBe((200, false));
        (await client.PutAsync($"/Users/{id}", Client.UserOf("\"userName\":\"x\""), ("If-Match", $"W/\"0\", {patched.Header("ETag")![2..]}"))).Status.ShouldBe(200);
        (await client.DeleteAsync($"/Users/{id}", ("If-Match", "*"))).Status.ShouldBe(204);
        (await client.DeleteAsync($"/Users/{id}", ("If-Match", "*"))).Error().ShouldBe("404");
    }

    [Fact]
    public async Task Who_is_in_a_group_until_then_makes_no_version_and_is_told_all_the_same()
    {
        await using var roster = await RosterServer.StartAsync();
        var client = await Client.NewAsync(roster);
        var (ana, account) = (await client.AddUserAsync("ana"), ScopeId.Account(client.Account.Id));
        await client.Account.GiveRoleAsync(new UserId(ana), account, "Account Reviewer", Instant.From(roster.Clock.GetUtcNow().AddHours(1)));
        (string Target, string Attribute)[] both = [($"/Users/{ana}", "groups"), ($"/Groups/{client.Level("viewer")}", "members")];
        foreach (var (target, attribute) in both)
        {
            var before = await client.GetAsync(target);
            before.Json.GetProperty(attribute).GetArrayLength().ShouldBe(1);
            (await client.GetAsync(target, ("If-None-Match", before.Header("ETag")!))).Status.ShouldBe(304);
        }

        var versions = await Task.WhenAll(both.Select(async one => (await client.GetAsync(one.Target)).Header("ETag")!));
        roster.Clock.Advance(TimeSpan.FromHours(1));

        foreach (var ((target, attribute), version) in both.Zip(versions))
        {
            var after = await client.GetAsync(target, ("If-None-Match", version));
            after.Status.ShouldBe(200, target);
            after.Json.TryGetProperty(attribute, out _).ShouldBeFalse(target);
        }
    }
}
