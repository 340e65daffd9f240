using System.Text.Json.Nodes;
using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim.Language;

public sealed class GeneratedFilterTests
{
    private static int Filters => Environment.GetEnvironmentVariable("ROSTER_TEST_FULL") == "1" ? 200_000 : 20_000;

    [Fact]
    public void A_filter_finds_whom_a_naive_reading_finds()
    {
        var random = new Random(20260302);
        var users = Enumerable.Range(0, 50).Select(i => RandomUsers.Next(random, $"user{i}")).Select(json => (Json: json, Resource: Read(json))).ToList();
        var (found, all) = (0, 0);
        for (var i = 0; i < Filters; i++)
        {
            var generated = RandomFilter.Next(random);
            var filter = Said.Filter(generated.Text);
            foreach (var (json, resource) in users)
            {
                var matches = filter.Matches(resource);
                matches.ShouldBe(generated.Holds(json), $"{generated.Text} on {json.ToJsonString()}");
                found += matches ? 1 : 0;
                all++;
            }
        }

        // Some match and some do not, or nothing was compared.
        ((double)found / all).ShouldBeInRange(0.1, 0.9);
    }

    private static ScimObject Read(JsonObject json)
    {
        ResourceReader.Read(ResourceType.User, Said.Json(json.ToJsonString()), out var resource).ShouldBeNull();
        return resource;
    }
}
