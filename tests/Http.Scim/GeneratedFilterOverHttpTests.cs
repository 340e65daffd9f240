using System.Text.Json.Nodes;
using Roster.Tests.Http.Scim.Language;

namespace Roster.Tests.Http.Scim;

public sealed class GeneratedFilterOverHttpTests(ScimServer server)
{
    private static int Filters => Environment.GetEnvironmentVariable("ROSTER_TEST_FULL") == "1" ? 5_000 : 500;

    [Fact]
    public async Task A_list_finds_whom_a_naive_reading_finds()
    {
        var random = new Random(20260303);
        var client = await Client.NewAsync(server.Roster);
        var users = new List<(string Id, JsonObject Json)>();
        for (var i = 0; i < 60; i++)
        {
            var json = RandomUsers.Next(random, $"user{i}");
            var answer = await client.PostAsync("/Users", json.ToJsonString());
            answer.Status.ShouldBe(201, answer.ToString());
            users.Add((answer.Json.Id(), json));
        }

        for (var i = 0; i < Filters; i++)
        {
            var generated = RandomFilter.Next(random, random.Next(4));
            (await client.FindAsync(generated.Text)).ShouldBe(users.Where(user => generated.Holds(user.Json)).Select(user => user.Id), generated.Text);
        }
    }
}
