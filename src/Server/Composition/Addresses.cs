namespace Roster.Server.Composition;

/// <summary>Addresses to listen on, and how a client on this machine calls them.</summary>
internal static class Addresses
{
    public const string Default = "http://localhost:8080";

    public static bool IsAddress(string text)
    {
        try
        {
            return BindingAddress.Parse(text) is { Scheme: "http" or "https" };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    public static string ToReach(IEnumerable<string> listening)
    {
        var address = BindingAddress.Parse(listening.FirstOrDefault() ?? Default);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}";
    }
}
