using System.Globalization;
using System.Text.Json.Nodes;
using Roster.Http;

namespace Roster.Tests.Server.Calls;

/// <summary>What came back.</summary>
/// <param name="Revision">The revision that it was judged at; 0 where the answer names none.</param>
internal sealed record Reply(Call Call, int Status, JsonNode? Body, long Revision)
{
    /// <summary>It was answered before, and only answered again.</summary>
    public bool IsReplayed { get; private init; }

    public string? Version { get; private init; }

    /// <summary>The revision as another request can name it.</summary>
    public string? NamedRevision { get; private init; }

    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>The value at a path such as <c>data.id</c>.</summary>
    public JsonNode? At(string path)
    {
        var node = Body;
        foreach (var step in path.Split('.'))
        {
            node = node?[step];
        }

        return node;
    }

    public bool Flag(string path) => (bool)At(path)!;

    public string Text(string path) => Present(path).GetValue<string>();

    public IReadOnlyList<JsonNode> List(string path) => [.. Present(path).AsArray().OfType<JsonNode>()];

    private JsonNode Present(string path) => At(path) ?? throw new InvalidOperationException($"No '{path}' in {this}");

    public override string ToString() => $"{Call} → {Status} {Body?.ToJsonString()}";

    public static async Task<Reply> ReadAsync(Call call, HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var body = text.Length == 0 ? null : JsonNode.Parse(text);
        return new(call, (int)response.StatusCode, body, RevisionOf(response))
        {
            IsReplayed = response.Headers.Contains("Idempotency-Replayed"), Version = response.Headers.ETag?.Tag,
            NamedRevision = response.Headers.TryGetValues(RevisionHeaders.Revision, out var named) ? named.Single() : null,
        };
    }

    private static long RevisionOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues(RevisionHeaders.Revision, out var values)
            ? long.Parse(values.Single().Split('-')[^1], CultureInfo.InvariantCulture)
            : 0;
}
