using System.Text.Json;
using System.Text.RegularExpressions;
using Roster.Testing;

namespace Roster.Tests.Http.Fivetran;

/// <summary>The envelope's parts.</summary>
internal static partial class AnswerParts
{
    extension(Answer answer)
    {
        public string Code => answer.Json.GetProperty("code").GetString()!;

        public JsonElement Data => answer.Json.GetProperty("data");

        public string Id => answer.Data.GetProperty("id").GetString()!;

        public string? Cursor => answer.Data.TryGetProperty("next_cursor", out var cursor) ? cursor.GetString() : null;

        public IReadOnlyList<JsonElement> Items => [.. answer.Data.GetProperty("items").EnumerateArray()];

        /// <summary>The ids of the list's items.</summary>
        public IReadOnlyList<string> Ids => [.. answer.Items.Select(item => item.GetProperty("id").GetString()!)];

        /// <summary>The whole body; ids that the server made are <c>ID</c>.</summary>
        public string Masked => MadeIds().Replace(answer.Text, "\"ID\"");

        public void ShouldBe(int status, string body) => $"{answer.Status} {answer.Masked}".ShouldBe($"{status} {body}");
    }

    [GeneratedRegex(@"""(user|group|connector|team)-[0-9a-z]{21}""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex MadeIds();
}
