using System.Security.Cryptography;
using System.Text;

namespace Roster.Http.Native.Invitations;

/// <summary>The page that an invitation's link opens. The token is in the link's fragment, which browsers never send.</summary>
internal static class InvitationPage
{
    public const string Path = "/invitation";

    private static readonly string Html = Load();
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Html);

    private static readonly string Policy =
        $"default-src 'none'; script-src '{HashOf("script")}'; style-src '{HashOf("style")}'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static ValueTask ShowAsync(Exchange exchange)
    {
        var headers = exchange.Context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return exchange.AnswerAsync(200, Bytes, "text/html; charset=utf-8");
    }

    private static string Load()
    {
        using var stream = typeof(InvitationPage).Assembly.GetManifestResourceStream(typeof(InvitationPage), "invitation.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string HashOf(string element)
    {
        var (begin, end) = ($"<{element}>", $"</{element}>");
        var from = Html.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var content = Html[from..Html.IndexOf(end, StringComparison.Ordinal)];
        return "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }
}
