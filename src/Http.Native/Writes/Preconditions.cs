using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Roster.Core.Access;
using Roster.Core.Outcomes;

namespace Roster.Http.Native.Writes;

/// <summary><c>If-Match</c>, and at a PUT <c>If-None-Match: *</c>: what has to be true of the thing for a write to be done.</summary>
internal static class Preconditions
{
    /// <summary>Null where the request makes no condition.</summary>
    public static Outcome<Expectation?> Read(Exchange exchange)
    {
        var headers = exchange.Context.Request.Headers;
        var unless = exchange.Route!.Method == "PUT" ? headers.IfNoneMatch : StringValues.Empty;
        if (headers.IfMatch.Count > 0)
        {
            return unless.Count == 0
                ? ReadMatch(exchange.Epoch, headers.IfMatch)
                : Fault.Invalid(HeaderNames.IfNoneMatch, "must not be given together with If-Match");
        }

        return unless switch
        {
            [] => (Expectation?)null,
            ["*"] => Expectation.Absent,
            _ => Fault.Invalid(HeaderNames.IfNoneMatch, "must be *"),
        };
    }

    /// <summary>A version of another epoch is none that the thing can be in.</summary>
    private static Outcome<Expectation?> ReadMatch(string epoch, StringValues given)
    {
        if (!EntityTagHeaderValue.TryParseStrictList(given, out var tags)
            || tags.Any(tag => tag.IsWeak || (IsAny(tag) && tags.Count > 1)))
        {
            return Fault.Invalid(HeaderNames.IfMatch, "must be * or ETags that were answered");
        }

        return IsAny(tags[0])
            ? Expectation.Present
            : Expectation.OneOf([.. tags.Select(tag => RevisionHeaders.Parse(epoch, tag.Tag.AsSpan().Trim('"'))).OfType<long>()]);
    }

    private static bool IsAny(EntityTagHeaderValue tag) => tag.Equals(EntityTagHeaderValue.Any);
}
