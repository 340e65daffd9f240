using System.Text.Json;
using Roster.Core.Changes;

namespace Roster.Tests.Server.Fuzz;

/// <summary>Whether an answer has the shape that a door promises for all of its answers.</summary>
internal static class Shapes
{
    /// <summary>Null where it has.</summary>
    /// <param name="door">Null where the path does not tell.</param>
    public static string? ProblemOf(Answer answer, Door? door, bool isHead)
    {
        if (answer.Header("X-Request-Id") is null)
        {
            return IsKestrelsOwn(answer) ? null : "an answer without a request id is not the web server's own refusal either";
        }

        // 501 is what SCIM answers to who would create themselves.
        if (answer.Status >= 500 && !(answer.Status == 501 && answer.Text.Contains("urn:ietf:params:scim:api:messages:2.0:Error", StringComparison.Ordinal)))
        {
            return "a server's error";
        }

        Door[] doors = door is { } known ? [known] : [Door.Native, Door.Fivetran, Door.WhyLabs, Door.AuthZen, Door.Scim];
        return isHead || doors.Any(one => Fits(answer, one)) ? null : $"not in the shape of {string.Join(" or ", doors)}";
    }

    /// <summary>What is no HTTP is refused before any door sees it, with nothing but a status.</summary>
    private static bool IsKestrelsOwn(Answer answer) =>
        answer.Status is 400 or 408 or 411 or 413 or 414 or 417 or 431 or 501 && answer.Body.Length == 0 && answer.Header("Connection") == "close";

    private static bool Fits(Answer answer, Door door)
    {
        try
        {
            return door switch
            {
                Door.Fivetran => Texts(answer.Json, "code", "message") && (answer.Status < 400) == answer.Json.ValueEquals("code", "Success"),
                Door.WhyLabs => FitsWhyLabs(answer),
                Door.AuthZen => FitsAuthZen(answer),
                Door.Scim => FitsScim(answer),
                _ => FitsNative(answer),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static bool FitsWhyLabs(Answer answer) =>
        answer.Status == 404 && answer.Body.Length == 0
        || (answer.Header("Content-Type") == "application/json"
            && (answer.Status < 400 ? answer.Json.ValueKind is JsonValueKind.Object or JsonValueKind.Array : Texts(answer.Json, "message", "requestId", "type")));

    private static bool FitsAuthZen(Answer answer) =>
        answer.Header("Content-Type") == "application/json"
        && (answer.Status < 400
            ? answer.Json.ValueKind == JsonValueKind.Object
            : Texts(answer.Json.GetProperty("error"), "message") && answer.Json.GetProperty("error").GetProperty("status").GetInt32() == answer.Status);

    private static bool FitsScim(Answer answer) =>
        answer.Status is 204 or 304
            ? answer.Body.Length == 0
            : answer.Header("Content-Type") is "application/scim+json" or "application/json"
                && answer.Json.GetProperty("schemas").GetArrayLength() > 0
                && (answer.Status < 400 || (Texts(answer.Json, "status", "detail") && answer.Json.ValueEquals("status", $"{answer.Status}")));

    private static bool FitsNative(Answer answer) => answer.Status switch
    {
        204 or 302 => answer.Body.Length == 0,
        < 400 => answer.Header("Content-Type") == "text/html; charset=utf-8" || answer.Json.ValueKind == JsonValueKind.Object,
        _ => answer.Header("Content-Type") == "application/problem+json"
            && Texts(answer.Json, "type", "title", "detail", "requestId")
            && answer.Json.GetProperty("status").GetInt32() == answer.Status,
    };

    private static bool Texts(JsonElement json, params string[] names) =>
        json.ValueKind == JsonValueKind.Object
        && names.All(name => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String);

    private static bool ValueEquals(this JsonElement json, string name, string value) => json.GetProperty(name).ValueEquals(value);
}
