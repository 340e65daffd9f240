using System.Text.Json;

namespace Roster.Http.Native;

/// <summary>What several endpoints say beside the body.</summary>
internal static class Answers
{
    /// <summary>Names the version that is answered: the epoch and the revision of its latest change.</summary>
    public static Exchange WithVersion(this Exchange exchange, long changedIn)
    {
        exchange.Context.Response.Headers.ETag = $"\"{RevisionHeaders.Format(exchange.Epoch, changedIn)}\"";
        return exchange;
    }

    /// <summary>The answer holds a secret that is shown this once, so nothing on its way may keep it.</summary>
    public static Exchange WithSecret(this Exchange exchange)
    {
        exchange.Context.Response.Headers.CacheControl = "no-store";
        return exchange;
    }

    public static ValueTask CreatedAsync<T>(
        this Exchange exchange, string location, T value, Action<Utf8JsonWriter, T> write)
    {
        exchange.Context.Response.Headers.Location = location;
        return exchange.AnswerAsync(201, value, write);
    }
}
