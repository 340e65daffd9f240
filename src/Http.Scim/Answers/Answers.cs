using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Answers;

/// <summary>A resource that was asked for.</summary>
/// <param name="IsKnown">The client has it as it is.</param>
internal sealed record Asked(ScimObject Resource, bool IsKnown);

/// <summary>What every operation answers alike.</summary>
internal static class ScimAnswers
{
    public const string MediaType = "application/scim+json";

    /// <summary>SCIM's own type wherever the client takes it; some compare the whole header, so that it has no parameters.</summary>
    public static string MediaTypeFor(Exchange exchange) =>
        Acceptance.Allows(exchange.Context.Request.Headers.Accept, MediaType)
        || !Acceptance.Allows(exchange.Context.Request.Headers.Accept, "application/json")
            ? MediaType
            : "application/json";

    public static bool IsAcceptable(Exchange exchange) => Suits(exchange.Context.Request.Headers.Accept);

    public static bool Suits(Microsoft.Extensions.Primitives.StringValues accept) =>
        Acceptance.Allows(accept, MediaType) || Acceptance.Allows(accept, "application/json");

    public static ValueTask SayAsync<T>(this Exchange exchange, int status, T value, Action<Utf8JsonWriter, T> write) =>
        exchange.AnswerAsync(status, value, write, MediaTypeFor(exchange));

    public static ValueTask AnswerAsync(this Exchange exchange, ScimError error)
    {
        if (error.RetryAfter is { } seconds)
        {
            exchange.Context.Response.Headers.RetryAfter = seconds.ToString();
        }

        return exchange.SayAsync(error.Status, error, ErrorWire.Write);
    }

    /// <returns>True when the request has been answered.</returns>
    public static async ValueTask<bool> RefusedAsync(this Exchange exchange, ScimError? error)
    {
        if (error is null)
        {
            return false;
        }

        await exchange.AnswerAsync(error);
        return true;
    }

    /// <summary>One resource, with its address and version as headers.</summary>
    public static ValueTask ShowAsync(this Exchange exchange, int status, ResourceType type, ScimObject resource, Selection selection)
    {
        var meta = (ScimObject)resource[CommonAttributes.Meta]!;
        var headers = exchange.Context.Response.Headers;
        headers.Location = meta.Text(CommonAttributes.Location);
        headers.ETag = meta.Text(CommonAttributes.Version);
        return exchange.SayAsync(status, (type, selection.Apply(resource)), static (json, shown) => ResourceWriter.Write(json, shown.type, shown.Item2));
    }

    /// <summary>The same, where the client does not have it already.</summary>
    public static ValueTask ShowUnlessKnownAsync(this Exchange exchange, ResourceType type, Asked asked, Selection selection)
    {
        if (!asked.IsKnown)
        {
            return exchange.ShowAsync(StatusCodes.Status200OK, type, asked.Resource, selection);
        }

        exchange.Context.Response.Headers.ETag = ((ScimObject)asked.Resource[CommonAttributes.Meta]!).Text(CommonAttributes.Version);
        return exchange.AnswerAsync(StatusCodes.Status304NotModified);
    }

    /// <summary>The caller, on the condition that <c>If-Match</c> makes.</summary>
    public static Caller OnTerms(this Exchange exchange) =>
        exchange.Caller with { Terms = new Terms(Versions.Expected(exchange.Context.Request)) };

    /// <returns>True when the request has been answered.</returns>
    public static async ValueTask<bool> RefusedAsync<T>(this Exchange exchange, Outcome<T> outcome, Refused refused)
    {
        exchange.At(outcome.Revision);
        if (!outcome.Failed(out var fault))
        {
            return false;
        }

        await exchange.AnswerAsync(refused.Of(fault));
        return true;
    }
}
