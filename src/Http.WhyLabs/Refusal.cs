using System.Text;
using System.Text.Json;

namespace Roster.Http.WhyLabs;

/// <summary>How this dialect says no.</summary>
/// <param name="Type">Null for a plain sentence instead of JSON.</param>
/// <param name="Message">Null for no body at all.</param>
/// <param name="Parameter">The request's value that is wrong, if one is.</param>
/// <param name="RetryAfter">Whole seconds, where waiting helps.</param>
internal sealed record Refusal(int Status, string? Type, string? Message, string? Parameter = null, int? RetryAfter = null)
{
    public ValueTask AnswerAsync(Exchange exchange)
    {
        if (RetryAfter is { } seconds)
        {
            exchange.Context.Response.Headers.RetryAfter = seconds.ToString();
        }

        return (Type, Message) switch
        {
            (_, null) => exchange.AnswerAsync(Status),
            (null, _) => exchange.AnswerAsync(Status, Encoding.UTF8.GetBytes(Message), "text/plain; charset=utf-8"),
            _ => exchange.AnswerAsync(Status, (Refusal: this, exchange.RequestId), Write),
        };
    }

    private static void Write(Utf8JsonWriter json, (Refusal Refusal, string RequestId) answer)
    {
        json.WriteStartObject();
        json.WriteString("message", answer.Refusal.Message);
        json.WriteString("requestId", answer.RequestId);
        json.WriteString("type", answer.Refusal.Type);
        if (answer.Refusal.Parameter is { } parameter)
        {
            json.WriteString("parameter", parameter);
        }

        json.WriteEndObject();
    }
}
