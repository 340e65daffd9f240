using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Roster.Http;

/// <summary><c>X-Request-Id</c>: the client's own where it is short and plain, else one made here.</summary>
internal static class RequestIds
{
    public const string Header = "X-Request-Id";

    private const int MaxLength = 128;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.:/+=");

    public static string Of(HttpRequest request) =>
        request.Headers[Header] is [{ Length: > 0 and <= MaxLength } given] && !given.AsSpan().ContainsAnyExcept(Plain)
            ? given
            : Guid.NewGuid().ToString();
}
