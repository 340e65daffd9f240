using System.Text.Json;
using Roster.Testing.OpenApi;

namespace Roster.Tests.Http.Scim;

/// <summary>The dialect's OpenAPI document.</summary>
internal static class Documented
{
    private static readonly string Text = Repository.Text("src/Http.Scim/openapi.json");

    public static JsonElement Root { get; } = JsonElement.Parse(Text);

    public static ApiDocument Api { get; } = ApiDocument.Parse(Text);

    /// <summary>What is answered at a documented path is as the document says.</summary>
    public static void Holds(string method, string target, Answer answer)
    {
        if (Api.Knows(method, target))
        {
            Api.Problems(method, target, answer.Status, answer.Header("Content-Type"), answer.Text).ShouldBeEmpty(answer.ToString());
        }
    }

    public static JsonElement Schema(string name) => Root.GetProperty("components").GetProperty("schemas").GetProperty(name);
}
