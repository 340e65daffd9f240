using System.Text.Json;
using Roster.Sdk;

namespace Roster.Cli.Planning;

/// <summary>One thing that is wrong with a document.</summary>
/// <param name="Place">As <c>memberships[3].role</c>.</param>
internal sealed record Problem(string Place, string What);

/// <summary>What the server says of a document that it refuses.</summary>
internal static class Problems
{
    public static IReadOnlyList<Problem> Of(RosterException refused) =>
        refused.Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("problems", out var problems) && problems.ValueKind == JsonValueKind.Array
            ? [.. problems.EnumerateArray().Where(problem => problem.ValueKind == JsonValueKind.Object).Select(problem => new Problem(Text(problem, "field"), Text(problem, "detail")))]
            : [];

    private static string Text(JsonElement problem, string name) =>
        problem.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
