using System.Text.Json;
using Roster.Core.Access;
using Roster.Http.Native.Memberships;
using Roster.Http.Native.Roles;

namespace Roster.Http.Native.Access;

/// <summary>Why somebody may do something: through what, by whom given, since and until when. Needs the check grant alone.</summary>
internal sealed class ExplainEndpoints(ExplainAccess explain)
{
    public async ValueTask ShowAsync(Exchange exchange)
    {
        var query = exchange.Query();
        var question = new AccessQuestion(
            new(query.Text("subjectType") ?? "user", query.RequiredText("subjectId")),
            query.RequiredText("action"),
            null,
            new(query.RequiredText("resourceType"), query.RequiredText("resourceId")),
            null);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var explained = await explain.RunAsync(exchange.Caller, question, exchange.Cancellation);
        if (!await exchange.RefusedAsync(explained))
        {
            await exchange.AnswerAsync(200, explained.Value, Write);
        }
    }

    private static void Write(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartObject();
        json.WriteBoolean("decision"u8, explanation.Decision);
        json.WriteStartArray("reasons"u8);
        foreach (var reason in explanation.Reasons)
        {
            json.WriteStartObject();
            json.WritePropertyName("permission"u8);
            GrantWire.Write(json, reason.Grant);
            json.WritePropertyName("membership"u8);
            MembershipWire.Write(json, reason.Held);
            json.WritePropertyName("seat"u8);
            if (reason.Seat is { } seat)
            {
                MembershipWire.Write(json, seat);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
