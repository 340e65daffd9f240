using System.Text.Json;
using Roster.Testing;

namespace Roster.Tests.Http.WhyLabs;

/// <summary>Lists longer than one stretch: streamed, whole, in order, each group once.</summary>
public sealed class LongListTests(WhyLabsServer server)
{
    private const int Users = 2_500;

    [Fact]
    public async Task A_long_list_is_streamed_whole_and_in_order()
    {
        var account = await server.Server.OpenAccountAsync();
        var one = await account.CreateOrganizationAsync("One", "org-m1");
        await Task.WhenAll(Enumerable.Range(0, Users).Select(async i =>
        {
            var user = await account.RegisterUserAsync($"user{i}@example.com", i % 2 == 0 ? "Account Analyst" : null);
            await (i % 3 == 0 ? account.GiveRoleAsync(user, one, "Organization Viewer") : Task.CompletedTask);
        }));

        var users = await StreamedAsync(account, $"/v0/accounts/org/{account.Id}/users");
        var groups = (await StreamedAsync(account, $"/v0/accounts/org/{account.Id}/memberships")).GetProperty("memberships");
        var own = (await StreamedAsync(account, $"/v0/organizations/{account.Id}/membership")).GetProperty("memberships");

        var ids = users.EnumerateArray().Select(user => user.GetProperty("userId").GetString()!).ToList();
        ids.Count.ShouldBe(Users);
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        groups.EnumerateArray()
            .Select(group => (group.GetProperty("orgId").GetString(), group.GetProperty("role").GetString(), group.GetProperty("members").GetArrayLength()))
            .ShouldBe([(account.Id.Value, "MEMBER", 1_250), ("org-m1", "VIEWER", 834)]);
        foreach (var group in groups.EnumerateArray())
        {
            var members = group.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("userId").GetString()!).ToList();
            members.ShouldBe(members.Order(StringComparer.Ordinal));
        }

        own.GetArrayLength().ShouldBe(1_250);
    }

    [Theory]
    [InlineData(999, false)]
    [InlineData(1_000, false)]
    [InlineData(1_001, true)]
    public async Task Only_a_list_of_more_than_one_stretch_is_streamed(int users, bool streamed)
    {
        var account = await server.Server.OpenAccountAsync();
        await Task.WhenAll(Enumerable.Range(0, users).Select(i => account.RegisterUserAsync($"user{i}@example.com")));

        var answer = await account.WhyLabs.GetAsync($"/v0/accounts/org/{account.Id}/users");

        (answer.Header("Transfer-Encoding") == "chunked").ShouldBe(streamed);
        (answer.Header("Content-Length") is null).ShouldBe(streamed);
        answer.Json.GetArrayLength().ShouldBe(users);
    }

    /// <summary>No answer shows them, and none may cost the server the memory of a thousand.</summary>
    [Fact]
    public async Task Stretches_are_shorter_where_what_is_kept_of_users_is_large()
    {
        const int Many = 17;
        var account = await server.Server.OpenAccountAsync();
        for (var i = 0; i < Many; i++)
        {
            var user = await account.RegisterUserAsync($"user{i}@example.com");
            (await account.Native.PatchAsync($"/api/users/{user}", $$"""{"picture":"{{new string('p', 1_048_576)}}"}""")).Status.ShouldBe(200);
        }

        (await StreamedAsync(account, $"/v0/accounts/org/{account.Id}/users")).GetArrayLength().ShouldBe(Many);
    }

    private static async Task<JsonElement> StreamedAsync(TestAccount account, string target)
    {
        var answer = await account.WhyLabs.GetAsync(target);
        answer.Status.ShouldBe(200);
        answer.Header("Content-Type").ShouldBe("application/json");
        answer.Header("Transfer-Encoding").ShouldBe("chunked");
        answer.Header("Roster-Revision").ShouldNotBeNull();
        return answer.Json;
    }
}
