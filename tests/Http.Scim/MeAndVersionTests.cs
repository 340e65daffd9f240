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
}
