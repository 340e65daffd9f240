using System.Text.Json.Serialization;

namespace Roster.Tests.Sdk.Contract;

/// <summary>A dialect's requests in the SDK's words.</summary>
internal sealed record Saying<TClient>(Operations<TClient> Operations, JsonSerializerContext Json)
    where TClient : IDisposable
{
    /// <summary>The rule that leaves a request out; null where it can be said.</summary>
    public Rule? WhyNot(string request, string? body)
    {
        try
        {
            Operations.Find(request, body);
            return null;
        }
        catch (UnsayableException left)
        {
            return left.Rule;
        }
    }

    /// <summary>Makes the request by its operation, and sees that the operation said and answered what went over the wire. Answers that.</summary>
    public async Task<Answer> AskAsync(Func<HttpMessageHandler, TClient> connect, string request, string? body)
    {
        using var recorder = new Recorder("request-1");
        using var client = connect(recorder);
        try
        {
            var result = await Operations.Find(request, body)(client);
            Agreement.OnSuccess(result, recorder.Answer, Json);
        }
        catch (RosterException refused)
        {
            Agreement.OnRefusal(refused, recorder.Answer);
        }

        Agreement.OnRequest(recorder, request, body);
        return recorder.Answer;
    }
}
