using Microsoft.AspNetCore.Http;

namespace Roster.Http;

/// <summary>Serves each dialect's OpenAPI document at <c>/openapi/{door}.json</c>, to anyone.</summary>
public static class OpenApi
{
    /// <summary>Where the document is; null where the dialect has none.</summary>
    public static string? PathOf(Dialect dialect) =>
        dialect.OpenApi is null ? null : $"/openapi/{dialect.Door.ToString().ToLowerInvariant()}.json";

    /// <summary>One route, or none.</summary>
    public static IEnumerable<Route> RoutesOf(Dialect dialect)
    {
        if (PathOf(dialect) is { } path && dialect.OpenApi is { } document)
        {
            yield return new("GET", path, exchange => exchange.AnswerAsync(StatusCodes.Status200OK, document), RouteAccess.Anyone);
        }
    }
}
