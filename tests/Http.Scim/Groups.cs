using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim;

/// <summary>What tests do to groups.</summary>
internal static class Groups
{
    /// <param name="members">Besides <c>schemas</c>, as JSON.</param>
    public static string Of(string members) => $$"""{"schemas":["{{Urns.Group}}"],{{members}}}""";

    public static async Task<JsonElement> CreateGroupAsync(this Client client, string members)
    {
        var answer = await client.PostAsync("/Groups", Of(members));
        answer.Status.ShouldBe(201, answer.ToString());
        return answer.Json;
    }

    public static async Task<string> TeamAsync(this Client client, string name, params string[] members) =>
        (await client.CreateGroupAsync($$"""
            "displayName":"{{name}}","members":[{{string.Join(',', members.Select(id => $$"""{"value":"{{id}}"}"""))}}]
            """)).Id();

    public static async Task<string> AddUserAsync(this Client client, string name, string more = "") =>
        (await client.CreateUserAsync($"\"userName\":\"{name}\"{more}")).Id();

    public static async Task<JsonElement> GroupAsync(this Client client, string id)
    {
        var answer = await client.GetAsync($"/Groups/{id}");
        answer.Status.ShouldBe(200, answer.ToString());
        return answer.Json;
    }

    /// <summary>The ids of its members, in their order.</summary>
    public static async Task<string> MembersAsync(this Client client, string id) => MembersOf(await client.GroupAsync(id));

    public static string MembersOf(JsonElement group) => group.TryGetProperty("members", out var members)
        ? string.Join(' ', members.EnumerateArray().Select(member => member.GetProperty("value").GetString()))
        : "";

    /// <summary>The group of a level in the account.</summary>
    public static string Level(this Client client, string level) => $"whylabs-{client.Account.Id}:{level}";

    public static async Task<List<string>> FindGroupsAsync(this Client client, string filter)
    {
        var answer = await client.GetAsync($"/Groups?filter={Uri.EscapeDataString(filter)}&count=1000");
        answer.Status.ShouldBe(200, $"{filter}\n{answer}");
        return [.. answer.Json.GetProperty("Resources").EnumerateArray().Select(group => group.GetProperty("id").GetString()!)];
    }

    /// <summary>A team of so many users, named m0, m1, …, made in one set.</summary>
    public static async Task FillAsync(this TestAccount account, string team, int members)
    {
        var write = new Write<long, Core.Outcomes.Done>(
            account.Id,
            account.Server.Get<Writing>().Ids.NextSet(),
            "server",
            Door.Server,
            _ => new(0L),
            (_, moment) => Verdict<Core.Outcomes.Done>.Of(default, Changes(team, members, moment)))
        {
            MayTakeLong = true,
        };
        (await account.Server.Store.WriteAsync(write, TestContext.Current.CancellationToken)).Fault.ShouldBeNull();
    }

    private static Change[] Changes(string team, int members, Moment moment)
    {
        var changes = new Change[members * 2];
        for (var i = 0; i < members; i++)
        {
            var (id, name) = ($"m{i}", new UserName($"m{i}", $"m{i}"));
            changes[i] = new UserCreated(new UserId(id), true, false, new Person(name, null, null, null, null, null, null));
            changes[members + i] = new RoleGiven(
                MemberId.User(new UserId(id)), moment.Number(i), ScopeId.Team(team), "Team Member", Core.Roles.Level.Member, false, null);
        }

        return changes;
    }
}
