using System.Buffers;
using System.Text.Json;

namespace Roster.Http.AuthZen.Discovery;

/// <summary>Tells clients where everything is. Only from a configured https address: they must throw away what names another one than they asked.</summary>
internal sealed class Metadata
{
    public const string WellKnown = "/.well-known/authzen-configuration";

    private readonly byte[] _document;

    private Metadata(byte[] document, string path) => (_document, Path) = (document, path);

    /// <summary>The well-known part goes between the host and the path of where clients reach this server.</summary>
    public string Path { get; }

    /// <summary>Null where there is nothing to tell.</summary>
    public static Metadata? Of(PublicUrl url) =>
        url.IsConfigured && new Uri(url.Base) is { Scheme: "https" } uri
            ? new(Write(url), WellKnown + uri.AbsolutePath.TrimEnd('/'))
            : null;

    public ValueTask ShowAsync(Exchange exchange)
    {
        exchange.Context.Response.Headers.CacheControl = "public, max-age=3600";
        return exchange.AnswerAsync(200, _document);
    }

    private static byte[] Write(PublicUrl url)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Exchange.Writing))
        {
            json.WriteStartObject();
            json.WriteString("policy_decision_point"u8, url.Base);
            json.WriteString("access_evaluation_endpoint"u8, url.Of(AuthZenRoutes.Evaluation));
            json.WriteString("access_evaluations_endpoint"u8, url.Of(AuthZenRoutes.Evaluations));
            json.WriteString("search_subject_endpoint"u8, url.Of(AuthZenRoutes.SearchSubject));
            json.WriteString("search_resource_endpoint"u8, url.Of(AuthZenRoutes.SearchResource));
            json.WriteString("search_action_endpoint"u8, url.Of(AuthZenRoutes.SearchAction));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
