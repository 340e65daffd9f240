using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Roster.Core.Values;

namespace Roster.Http.Fivetran;

/// <summary>The envelope around every answer: <c>code</c>, <c>message</c> and, where there is any, <c>data</c>.</summary>
internal static class Answers
{
    public static ValueTask SucceedAsync(this Exchange exchange, string message) =>
        exchange.AnswerAsync(StatusCodes.Status200OK, message, static (json, message) =>
        {
            json.WriteStartObject();
            json.WriteHead("Success", message);
            json.WriteEndObject();
        });

    /// <param name="write">Writes the object that becomes <c>data</c>.</param>
    /// <param name="status">201 is a success with the same code as 200.</param>
    public static ValueTask SucceedAsync<T>(
        this Exchange exchange, string message, T data, Action<Utf8JsonWriter, T> write, int status = StatusCodes.Status200OK) =>
        exchange.AnswerAsync(status, (message, data, write), static (json, answer) =>
        {
            json.WriteStartObject();
            json.WriteHead("Success", answer.message);
            json.WritePropertyName("data"u8);
            answer.write(json, answer.data);
            json.WriteEndObject();
        });

    /// <summary>One page. Only where more items follow is there a <c>next_cursor</c>: clients take null for one.</summary>
    /// <param name="list">The list's own name, which its cursors are bound to.</param>
    public static ValueTask SucceedAsync<T>(
        this Exchange exchange, string message, string list, Slice<T> page, Action<Utf8JsonWriter, T> write)
    {
        var cursor = page.Next is { } next ? Cursor.Encode(exchange, list, next) : null;
        return exchange.SucceedAsync(message, (page.Items, cursor, write), static (json, data) =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items"u8);
            foreach (var item in data.Items)
            {
                data.write(json, item);
            }

            json.WriteEndArray();
            if (data.cursor is not null)
            {
                json.WriteString("next_cursor"u8, data.cursor);
            }

            json.WriteEndObject();
        });
    }

    public static ValueTask FailAsync(this Exchange exchange, FivetranError error)
    {
        var headers = exchange.Context.Response.Headers;
        if (error.Status == StatusCodes.Status401Unauthorized)
        {
            headers.WWWAuthenticate = "Basic realm=\"Roster\", charset=\"UTF-8\"";
        }

        if (error.RetryAfter is { } seconds)
        {
            headers[HeaderNames.RetryAfter] = HeaderUtilities.FormatNonNegativeInt64(seconds);
        }

        return exchange.AnswerAsync(error.Status, error, static (json, error) =>
        {
            json.WriteStartObject();
            json.WriteHead(error.Code, error.Message);
            json.WriteEndObject();
        });
    }

    public static void WriteHead(this Utf8JsonWriter json, string code, string message)
    {
        json.WriteString("code"u8, code);
        json.WriteString("message"u8, message);
    }
}
