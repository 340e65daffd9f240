using System.Text.Json;
using Roster.Http;

namespace Roster.Tests.Server.Requests;

/// <summary>What is declared here is what the server answers, so that no new route or parameter escapes the tests of all routes.</summary>
[Collection(nameof(AbusedServer))]
public sealed class DeclaredTests(AbusedServer server)
{
    /// <summary>Understood by every route, or by every one that writes; other tests send them to all of those.</summary>
    private static readonly string[] OfEveryRequest = [RevisionHeaders.AtLeast, "X-Request-Id", "Idempotency-Key", "If-Match", "If-None-Match"];

    [Fact]
    public void Every_route_has_a_declared_request_and_no_request_is_left_over() =>
        Declared.All.Select(request => request.Route).Distinct().ShouldBe(Declared.RoutesOf(server.Roster).Distinct(), ignoreOrder: true);

    [Fact]
    public void Every_id_in_a_path_is_a_placeholder()
    {
        foreach (var request in Declared.All)
        {
            var (pattern, path) = (request.Pattern.Split('/'), request.Target.Split('?')[0].Split('/'));
            path.Length.ShouldBe(pattern.Length, request.ToString());
            foreach (var (parameter, value) in pattern.Zip(path).Where(pair => pair.First is ['{', ..] and not "{kind}"))
            {
                value.ShouldStartWith("{", Case.Sensitive, $"{request}: {parameter}");
            }
        }
    }

    [Fact]
    public void Every_documented_parameter_and_member_is_in_a_declared_request()
    {
        foreach (var dialect in server.Roster.Get<Doors>().Dialects.Where(dialect => dialect.OpenApi is not null))
        {
            var document = JsonElement.Parse(dialect.OpenApi);
            foreach (var (route, name) in Documented(document))
            {
                Declared.All.Where(request => request.Route == route).Any(request => Mentions(request, name)).ShouldBeTrue($"{route}: {name}");
            }
        }
    }

    [Fact]
    public async Task Every_declared_request_succeeds_with_a_key_that_may_do_it()
    {
        foreach (var request in Declared.All.Where(request => request.Need != Need.Owner))
        {
            var world = await World.MakeAsync(server.Roster);
            var answer = await world.SendAsync(world.Fill(request), request.Need == Need.Operator ? AbusedServer.Operator : world.Account.Key);
            answer.Status.ShouldBeInRange(200, 302, $"{request}\n{answer}");
        }
    }

    private static bool Mentions(DeclaredRequest request, string name) =>
        request.Target.Contains($"{name}=", StringComparison.Ordinal)
        || request.Body?.Contains($"\"{name}\":", StringComparison.Ordinal) is true
        || request.Header?.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase) is true;

    private static IEnumerable<(string Route, string Name)> Documented(JsonElement document)
    {
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(member => member.Name != "parameters"))
            {
                var route = $"{operation.Name.ToUpperInvariant()} {path.Name}";
                foreach (var name in ParametersOf(document, path.Value).Concat(ParametersOf(document, operation.Value)).Concat(MembersOf(document, operation.Value)))
                {
                    yield return (route, name);
                }
            }
        }
    }

    private static IEnumerable<string> ParametersOf(JsonElement document, JsonElement place) =>
        place.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray()
                .Select(parameter => Resolved(document, parameter))
                .Where(parameter => parameter.GetProperty("in").GetString() != "path")
                .Select(parameter => parameter.GetProperty("name").GetString()!)
                .Where(name => !OfEveryRequest.Contains(name))
            : [];

    private static IEnumerable<string> MembersOf(JsonElement document, JsonElement operation)
    {
        if (!operation.TryGetProperty("requestBody", out var body))
        {
            return [];
        }

        var schema = Resolved(document, Resolved(document, body).GetProperty("content").GetProperty("application/json").GetProperty("schema"));
        return schema.TryGetProperty("properties", out var members) ? members.EnumerateObject().Select(member => member.Name) : [];
    }

    private static JsonElement Resolved(JsonElement document, JsonElement element) =>
        element.TryGetProperty("$ref", out var reference)
            ? reference.GetString()!.TrimStart('#', '/').Split('/').Aggregate(document, (at, name) => at.GetProperty(name))
            : element;
}
