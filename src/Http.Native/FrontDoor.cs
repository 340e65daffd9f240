namespace Roster.Http.Native;

/// <summary>Who opens the server in a browser is shown what it can do.</summary>
internal static class FrontDoor
{
    public static ValueTask ShowAsync(Exchange exchange)
    {
        exchange.Context.Response.Headers.Location = "/docs";
        return exchange.AnswerAsync(302);
    }
}
