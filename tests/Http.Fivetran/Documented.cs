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

    /// <summary>Whether the method is one of the path's, as it was requested.</summary>
    public static bool Has(string method, string target)
    {
        var segments = target.Split('?')[0].Split('/');
        return Api.Operations.Any(operation => operation.Method == method && Matches(operation.Path.Split('/'), segments));
    }

    private static bool Matches(string[] pattern, string[] segments) =>
        pattern.Length == segments.Length
        && pattern.Zip(segments).All(part => part.First == part.Second || (part.First.StartsWith('{') && part.Second.Length > 0));

    private static string Read()
    {
        using var stream = typeof(FivetranServices).Assembly.GetManifestResourceStream("Roster.Http.Fivetran.openapi.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
