using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Roster.Server.Composition;

/// <summary>How Kestrel is set up: with bounds on what anybody may send, and telling nobody what it is.</summary>
internal static class Listening
{
    private const int MaxLine = 32 * 1024;
    private const long MaxBody = 16 * 1_048_576;

    /// <summary>Addresses and certificates come from the <c>Kestrel</c> section of the configuration, if it has one.</summary>
    public static void Configure(WebHostBuilderContext context, KestrelServerOptions kestrel)
    {
        kestrel.Configure(context.Configuration.GetSection("Kestrel"));
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = MaxLine;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxLine;
        kestrel.Limits.MaxRequestBodySize = MaxBody;

        // Every byte of a request id can then be echoed; in ASCII or UTF-8 some would make the answer a 500.
        kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
    }
}
