namespace Roster.Tests.Http.Native.Documents;

/// <summary>What is YAML, and no document.</summary>
public sealed class YamlTests(NativeServer server)
{
    [Theory]
    [InlineData("# nothing\n", "Line 2, column 1: There is no document.")]
    [InlineData("---\n", "must be a mapping")]
    [InlineData("roster: 1\n---\nroster: 1\n", "Line 2, column 1: There is a second document.")]
    [InlineData("roster: &one 1\n", "Anchors and aliases are not read here.")]
    [InlineData("roster: !!str 1\n", "Tags are not read here.")]
    [InlineData("roster: [\n", "Line ")]
    public async Task What_cannot_be_read_says_where_and_why(string text, string why)
    {
        var papers = await Papers.OfNewAccountAsync(server.Roster);

        var answer = await papers.MakeAsync(text);

        (answer.Status, Papers.ProblemOf(answer)).ShouldBe((400, "malformed-body"));
        answer.Json.GetProperty("detail").GetString()!.ShouldContain(why);
    }
}
