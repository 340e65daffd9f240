using System.Text.Json;
using Roster.Core.Changes;
using Roster.Http;

namespace Roster.Tests.Server.Keys;

/// <summary>How each door says no to who may not come in, as its contract has it.</summary>
internal static class Refusals
{
    public const string RequestId = "a-request";

    /// <summary>No credential of the door's kind.</summary>
    public static (int Status, string Body) Missing(Dialect dialect) => dialect.Door switch
    {
        Door.Fivetran => (401, """{"code":"AuthFailed","message":"Missing authorization credentials"}"""),
        Door.WhyLabs => (401, $$"""{"message":"The X-API-Key header is missing.","requestId":"{{RequestId}}","type":"Unauthorized"}"""),
        Door.AuthZen => (401, """{"error":{"status":401,"message":"A key is needed."}}"""),
        Door.Scim => (401, ScimError("An API key is needed, as a bearer token.")),
        _ => (401, Problem("no-credential", "A key is needed")),
    };

    /// <summary>A credential of the door's kind that opens nothing here, whatever is the reason.</summary>
    public static (int Status, string Body) Bad(Dialect dialect) => dialect.Door switch
    {
        Door.Fivetran => (401, """{"code":"AuthFailed","message":"Invalid authorization credentials"}"""),
        Door.WhyLabs => (403, $$"""{"message":"The API key is not valid.","requestId":"{{RequestId}}","type":"Forbidden"}"""),
        Door.AuthZen => (401, """{"error":{"status":401,"message":"The key is not valid."}}"""),
        Door.Scim => (401, ScimError("The API key is not valid.")),
        _ => (401, Problem("key-not-valid", "The key is not valid")),
    };

    /// <summary>Whether the answer is the door's to a valid key that may not do what it asks for.</summary>
    public static bool IsNotPermitted(Dialect dialect, Answer answer) => answer.Status == 403 && dialect.Door switch
    {
        Door.Fivetran => Text(answer.Json, "code") == "Forbidden"
            && Text(answer.Json, "message").StartsWith("Access denied. Required permission: ", StringComparison.Ordinal),
        Door.WhyLabs => Text(answer.Json, "type") == "Forbidden"
            && Text(answer.Json, "message").StartsWith("The key may not do this here", StringComparison.Ordinal),
        Door.Scim => Text(answer.Json, "detail").StartsWith("The key may not do this here", StringComparison.Ordinal) && answer.Header("Content-Type") == "application/scim+json",
        Door.AuthZen => Text(answer.Json.GetProperty("error"), "message").StartsWith("The key may not do this here", StringComparison.Ordinal),
        _ => Text(answer.Json, "type") == "urn:roster:problem:not-permitted" && answer.Header("Content-Type") == "application/problem+json",
    };

    private static string ScimError(string detail) =>
        $$"""{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"401","detail":"{{detail}}"}""";

    private static string Problem(string name, string title) =>
        $$"""{"type":"urn:roster:problem:{{name}}","title":"{{title}}","status":401,"detail":"{{title}}.","field":null,"requestId":"{{RequestId}}"}""";

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;
}
