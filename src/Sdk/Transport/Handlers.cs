using System.Net;

namespace Roster.Sdk.Transport;

internal static class Handlers
{
    /// <summary>Follows no redirect, which could carry the key elsewhere, keeps no cookie, and notices when a name leads to another machine.</summary>
    public static HttpMessageHandler NewSockets() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };
}
