namespace Roster.Tests.Http.Scim;

/// <summary>One member more or less, whatever the size of the group: that one alone comes or goes.</summary>
public sealed class LargeGroupTests(ScimServer server)
{
    public static TheoryData<int> Sizes => Environment.GetEnvironmentVariable("ROSTER_TEST_FULL") == "1"
        ? [100, 101, 1_000, 1_001, 10_001, 100_001]
        : [100, 101, 1_000, 1_001, 10_001];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task One_goes_and_all_others_stay(int size)
    {
        var client = await Client.NewAsync(server.Roster);
        var team = await client.Account.CreateTeamAsync("Large");
        await client.Account.FillAsync(team, size);
        var before = await client.Account.RevisionAsync();
        var gone = $"m{size / 2}";

        var removed = await client.PatchAsync($"/Groups/{team}", $$"""{"op":"remove","path":"members[value eq \"{{gone}}\"]"}""");
        removed.Status.ShouldBe(size - 1 <= 1_000 ? 200 : 204);
        removed.Header("ETag").ShouldNotBeNull();
        (await client.Account.RevisionAsync()).ShouldBe(before + 1);
        var all = Enumerable.Range(0, size).Select(i => $"m{i}").ToList();
        (await client.MembersAsync(team)).Split(' ').ShouldBe(all.Where(id => id != gone));

        var added = await client.PatchAsync($"/Groups/{team}", $$"""{"op":"add","path":"members","value":[{"value":"{{gone}}"}]}""");
        added.Status.ShouldBe(size <= 1_000 ? 200 : 204);
        (await client.Account.RevisionAsync()).ShouldBe(before + 2);
        (await client.MembersAsync(team)).Split(' ').ShouldBe([.. all.Where(id => id != gone), gone]);
    }

    [Fact]
    public async Task Who_says_what_to_see_is_shown_it_however_large_the_group_is()
    {
        var client = await Client.NewAsync(server.Roster);
        var team = await client.Account.CreateTeamAsync("Large");
        await client.Account.FillAsync(team, 1_001);
        var patch = Client.PatchOf("""{"op":"add","path":"members","value":[{"value":"m0"}]}""");

        var without = await client.SendAsync("PATCH", $"/Groups/{team}?excludedAttributes=members", patch);
        (without.Status, without.Json.TryGetProperty("members", out _)).ShouldBe((200, false));
        var only = await client.SendAsync("PATCH", $"/Groups/{team}?attributes=displayName", patch);
        (only.Status, only.Json.TryGetProperty("displayName", out _), only.Json.TryGetProperty("members", out _)).ShouldBe((200, true, false));
        (await client.FindGroupsAsync($"id eq \"{team}\" and members eq \"m1000\"")).ShouldBe([team]);
        (await client.FindGroupsAsync($"id eq \"{team}\" and members eq \"nobody\"")).ShouldBeEmpty();
    }
}
