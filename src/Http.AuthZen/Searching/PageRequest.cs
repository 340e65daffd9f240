using System.Text.Json;

namespace Roster.Http.AuthZen.Searching;

/// <summary>Which part of what is found is wanted.</summary>
/// <param name="Token">A former answer's; null for the first page.</param>
/// <param name="Limit">Null where the request does not say.</param>
internal sealed record PageRequest(string? Token, int? Limit)
{
    public const int MaxLimit = 1_000;
    public const int DefaultLimit = 100;

    /// <summary>Null where the request has no page.</summary>
    public static PageRequest? Read(Fields body)
    {
        if (body.Object("page") is not { } page)
        {
            return null;
        }

        page.Object("properties");
        return new(page.Text("token") is { Length: > 0 } token ? token : null, LimitOf(page));
    }

    private static int? LimitOf(Fields page)
    {
        const string Name = "limit";
        var limit = page.Json(Name);
        if (limit.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        if (limit.ValueKind == JsonValueKind.Number)
        {
            if (limit.TryGetInt64(out var number) && number >= 0)
            {
                return (int)Math.Min(number, MaxLimit);
            }

            // More than any counter holds is still a number of results.
            if (limit.GetRawText() is var digits && digits.All(char.IsAsciiDigit))
            {
                return MaxLimit;
            }
        }

        page.Refuse(Name, "must be a whole number, 0 or more");
        return null;
    }
}
