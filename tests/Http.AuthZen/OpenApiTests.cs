using Roster.Core.Changes;
using Roster.Http;
using Roster.Testing.OpenApi;
using static Roster.Tests.Http.AuthZen.Asker;

namespace Roster.Tests.Http.AuthZen;

/// <summary>The document beside the code says what the server answers.</summary>
public sealed class OpenApiTests(AuthZenServer server)
{
    [Fact]
    public async Task The_document_has_exactly_the_operations_of_the_routes()
    {
        var dialect = server.Roster.Get<IEnumerable<Dialect>>().Single(dialect => dialect.Door == Door.AuthZen);

        (await DocumentAsync()).Operations.Select(operation => $"{operation.Method} {operation.Path}")
            .ShouldBe(dialect.Routes.Select(route => $"{route.Method} {route.Pattern}"), ignoreOrder: true);
    }

    [Theory]
    [InlineData(Evaluation)]
    [InlineData(Evaluations)]
    [InlineData(Subjects)]
    [InlineData(Resources)]
    [InlineData(Actions)]
    public async Task Answers_are_as_the_document_says(string endpoint)
    {
        var document = await DocumentAsync();
        string[] bodies =
        [
            Good(endpoint),
            Good(endpoint)[..^1] + ""","page":{"limit":1}}""",
            Body(("action", Read), ("resource", One), ("options", """{"evaluations_semantic":"deny_on_first_deny"}"""), ("evaluations", "[{}]")),
            "{}",
            "{",
        ];
        foreach (var body in bodies)
        {
            var answer = await server.World.AskAsync(endpoint, body);

            document.Problems("POST", endpoint, answer.Status, answer.Header("Content-Type"), answer.Text).ShouldBeEmpty();
        }
    }

    private async Task<ApiDocument> DocumentAsync() =>
        ApiDocument.Parse((await server.Roster.Wire.SendAsync("GET", "/openapi/authzen.json")).Text);
}
