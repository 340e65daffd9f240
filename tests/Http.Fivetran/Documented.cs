using System.Text.Json;
using Roster.Http.Fivetran;
using Roster.Testing.OpenApi;

namespace Roster.Tests.Http.Fivetran;

/// <summary>The dialect's OpenAPI document, as it is served.</summary>
internal static class Documented
{
    private static readonly string Text = Read();

    public static JsonElement Root { get; } = JsonElement.Parse(Text);

    public static ApiDocument Api { get; } = ApiDocument.Parse(Text);

    /// <summary>Each as <c>METHOD /path</c>.</summary>
    public static IReadOnlyList<string> Operations { get; } = [.. Api.Operations.Select(operation => $"{operation.Method} {operation.Path}")];

    private static string Read()
    {
        using var stream = typeof(FivetranServices).Assembly.GetManifestResourceStream("Roster.Http.Fivetran.openapi.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
