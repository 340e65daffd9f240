using System.Text;
using Roster.Core.Keys;
using Roster.Testing;

namespace Roster.Tests.Http.Fivetran;

internal static class Asking
{
    /// <summary>
    /// Asks over raw HTTP, and sees of every answer that it is whole and as the OpenAPI document says. What is read is asked
    /// for twice, since an answer that was kept must be the same.
    /// </summary>
    /// <param name="request">Method and target.</param>
    /// <param name="body">Sent as application/json unless the headers say otherwise.</param>
    public static async Task<Answer> AskAsync(
        this RosterServer server, string request, Credential? key, byte[]? body, params (string Name, string Value)[] headers)
    {
        var (method, target) = (request.Split(' ')[0], request.Split(' ')[1]);
        List<(string Name, string Value)> sent = [.. headers];
        if (key is not null)
        {
            sent.Add(("Authorization", "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{key.Id}:{key.Secret}"))));
        }

        if (body is not null && !headers.Any(header => header.Name == "Content-Type"))
        {
            sent.Add(("Content-Type", "application/json"));
        }

        var answer = await server.Wire.SendAsync(method, target, body, sent);
        Check(method, target, answer);
        if (method == "GET" && answer.Status == 200)
        {
            (await server.Wire.SendAsync(method, target, body, sent)).Text.ShouldBe(answer.Text);
        }

        return answer;
    }

    private static void Check(string method, string target, Answer answer)
    {
        answer.Header("Content-Type").ShouldBe("application/json");
        answer.Header("Content-Length").ShouldBe($"{answer.Body.Length}");
        answer.Header("X-Request-Id").ShouldNotBeNullOrEmpty();
        (answer.Header("Roster-Revision") is null).ShouldBe(answer.Status == 401);
        if (Documented.Api.Knows(method, target))
        {
            Documented.Api.Problems(method, target, answer.Status, answer.Header("Content-Type"), answer.Text).ShouldBeEmpty();
        }
    }
}
