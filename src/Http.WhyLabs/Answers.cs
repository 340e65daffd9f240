using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Roster.Core.Outcomes;

namespace Roster.Http.WhyLabs;

/// <summary>What several operations answer alike. Success is exactly 200, for all of them.</summary>
internal static class Answers
{
    public static ValueTask OkAsync<T>(this Exchange exchange, T value, Action<Utf8JsonWriter, T> write) =>
        exchange.AnswerAsync(StatusCodes.Status200OK, value, write);

    /// <summary>The operation is done, and there is nothing to say but which request it was.</summary>
    public static ValueTask DoneAsync(this Exchange exchange) => exchange.OkAsync(
        exchange.RequestId,
        (json, requestId) =>
        {
            json.WriteStartObject();
            json.WriteString("requestId", requestId);
            json.WriteEndObject();
        });

    /// <summary>As <see cref="Exchange.RefusedAsync{T}"/>, where an unknown user is not called an account user.</summary>
    public static async ValueTask<bool> RefusedAsync<T>(this Exchange exchange, Outcome<T> outcome, Missing missing)
    {
        exchange.At(outcome.Revision);
        if (!outcome.Failed(out var fault))
        {
            return false;
        }

        await WhyLabsFaults.Of(fault, missing).AnswerAsync(exchange);
        return true;
    }

    /// <summary>Null is left out, as everywhere in this dialect.</summary>
    public static void WriteIfAny(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
