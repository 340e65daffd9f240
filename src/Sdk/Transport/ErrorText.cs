using System.Text.Json;

namespace Roster.Sdk.Transport;

/// <summary>
/// What an error's body says, in any of the shapes that are met: problem details, Fivetran's <c>code</c> and <c>message</c>, WhyLabs'
/// <c>type</c>, <c>message</c> and <c>parameter</c>, AuthZEN's <c>error</c> object, a sentence, nothing, or the page of a proxy.
/// </summary>
internal readonly record struct ErrorText(string? Code, string? Message, string? Field, string? RequestId)
{
    private const string OurProblem = "urn:roster:problem:";
    private const int LongestSentence = 500;

    public static ErrorText Read(Reply reply, JsonElement? json) => json is { ValueKind: JsonValueKind.Object } whole
        ? Of(reply, whole.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object ? error : whole)
        : new(null, Sentence(reply), null, reply.RequestId);

    private static ErrorText Of(Reply reply, JsonElement body) =>
        new(
            Text(body, "code") ?? Named(Text(body, "type")),
            Text(body, "detail") ?? Text(body, "message") ?? Text(body, "title") ?? Text(body, "error"),
            Text(body, "field") ?? Text(body, "parameter"),
            Text(body, "requestId") ?? reply.RequestId);

    private static string? Named(string? type) =>
        type is not null && type.StartsWith(OurProblem, StringComparison.Ordinal) ? type[OurProblem.Length..] : type;

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static string? Sentence(Reply reply) =>
        reply.Text.Trim() is { Length: > 0 and <= LongestSentence } text && text[0] is not ('<' or '{' or '[') ? text : null;
}
