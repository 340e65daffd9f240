using System.Globalization;
using System.Text.Json;

namespace Roster.Testing.OpenApi;

/// <summary>An OpenAPI 3.0 document, to hold a door's real answers against what the document promises.</summary>
public sealed class ApiDocument
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    private readonly JsonElement _root;
    private readonly SchemaCheck _schemas;

    private ApiDocument(JsonElement root)
    {
        _root = root;
        _schemas = new SchemaCheck(Resolve);
        Operations = [.. root.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject()
                .Where(member => Methods.Contains(member.Name))
                .Select(member => new ApiOperation(member.Name.ToUpperInvariant(), path.Name)))];
    }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public static ApiDocument Parse(string json) => new(JsonElement.Parse(json));

    /// <summary>Whether the method is one of the path's, as it was requested.</summary>
    public bool Knows(string method, string path) => OperationAt(method, path) is not null;

    /// <summary>What is wrong with an answer: nothing, where the document foresees it as it is.</summary>
    /// <param name="path">As it was requested, with or without a query.</param>
    public IReadOnlyList<string> Problems(string method, string path, int status, string? contentType, string body)
    {
        if (OperationAt(method, path) is not { } operation)
        {
            return [$"{method} {path} is not in the document"];
        }

        var responses = operation.GetProperty("responses");
        if (!responses.TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var response)
            && !responses.TryGetProperty("default", out response))
        {
            return [$"{method} {path}: the document does not foresee a {status}"];
        }

        if (!Follow(response).TryGetProperty("content", out var content))
        {
            return body.Length == 0 ? [] : [$"{method} {path}: {status} should have no body"];
        }

        var type = contentType?.Split(';')[0];
        return type is not null && content.TryGetProperty(type, out var media)
            ? [.. _schemas.Problems(media.GetProperty("schema"), JsonElement.Parse(body)).Select(problem => $"{method} {path} {status}: {problem}")]
            : [$"{method} {path}: {status} should not be {contentType ?? "without a type"}"];
    }

    private JsonElement? OperationAt(string method, string path)
    {
        var segments = path.Split('?')[0].Split('/');
        var found = Operations
            .Where(operation => operation.Method == method && Matches(operation.Path.Split('/'), segments))
            .OrderBy(operation => operation.Path.Count(c => c == '{'))
            .Cast<ApiOperation?>()
            .FirstOrDefault();
        return found is { } at ? _root.GetProperty("paths").GetProperty(at.Path).GetProperty(method.ToLowerInvariant()) : null;
    }

    private static bool Matches(string[] template, string[] segments) =>
        template.Length == segments.Length
        && template.Zip(segments).All(pair => pair.First == pair.Second || (pair.First.StartsWith('{') && pair.Second.Length > 0));

    private JsonElement Follow(JsonElement element) =>
        element.TryGetProperty("$ref", out var reference) ? Resolve(reference.GetString()!) : element;

    private JsonElement Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(_root, (element, name) => element.GetProperty(name));
}

/// <summary>One operation as a document names it.</summary>
public sealed record ApiOperation(string Method, string Path);
