using System.Text.Json;
using Roster.Testing;
using Roster.Testing.OpenApi;

namespace Roster.Tests.Http.Fivetran;

/// <summary>The dialect's OpenAPI document.</summary>
internal static class Documented
{
    private static readonly string Text = Repository.Text("src/Http.Fivetran/openapi.json");

    public static JsonElement Root { get; } = JsonElement.Parse(Text);

    public static ApiDocument Api { get; } = ApiDocument.Parse(Text);

    /// <summary>Each as <c>METHOD /path</c>.</summary>
    public static IReadOnlyList<string> Operations { get; } = [.. Api.Operations.Select(operation => $"{operation.Method} {operation.Path}")];
}
