using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Http.AuthZen.Reading;

namespace Roster.Http.AuthZen.Checking;

/// <summary>Reads one question. Members that are none of it are ignored.</summary>
internal static class SingleRequest
{
    public static Outcome<AccessQuestion> Read(ReadOnlySpan<byte> json)
    {
        if (SimpleQuestion.TryRead(json) is { } simple)
        {
            return simple;
        }

        var parsed = JsonText.Parse(json);
        return parsed.Failed(out var malformed) ? malformed : Read(parsed.Value);
    }

    public static Outcome<AccessQuestion> Read(Fields body)
    {
        var parts = QuestionParts.Read(body);
        return body.Problem is { } problem ? problem : parts.Complete();
    }
}
