using System.Text.Json;

namespace Roster.Http.AuthZen;

/// <summary>How this dialect says no: an object with a status and a message in plain text, for a whole request or for one item of a batch.</summary>
/// <param name="Field">The request's member that is wrong, if one is.</param>
/// <param name="RetryAfter">Whole seconds, where waiting helps.</param>
internal sealed record Refusal(int Status, string Message, string? Field = null, int? RetryAfter = null)
{
    private const string Challenge = "Bearer realm=\"roster\"";

    public ValueTask AnswerAsync(Exchange exchange)
    {
        var headers = exchange.Context.Response.Headers;
        if (RetryAfter is { } seconds)
        {
            headers.RetryAfter = seconds.ToString();
        }

        if (Status == 401)
        {
            headers.WWWAuthenticate = Challenge;
        }

        return exchange.AnswerAsync(Status, this, static (json, refusal) =>
        {
            json.WriteStartObject();
            refusal.Write(json);
            json.WriteEndObject();
        });
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("error"u8);
        json.WriteNumber("status"u8, Status);
        json.WriteString("message"u8, Message);
        if (Field is not null)
        {
            json.WriteString("field"u8, Field);
        }

        json.WriteEndObject();
    }
}
