using System.Net;
using System.Net.Sockets;
using System.Text;
using Roster.Sdk;

namespace Roster.Cli;

/// <summary>What is said about a failure, and what the user can do next.</summary>
internal static class Failures
{
    /// <summary>As the platforms number it: EPIPE, and "the pipe is being closed".</summary>
    private static readonly int[] BrokenPipes = [32, unchecked((int)0x800700e8), unchecked((int)0x8007006d)];

    public static bool IsBrokenPipe(Exception failure) => failure is IOException io && BrokenPipes.Contains(io.HResult);

    public static (string Message, IReadOnlyList<string> Next, int Code) Explain(Exception failure) => failure switch
    {
        CommandException known => (known.Message, known.Next, ExitCodes.Failed),
        OperationCanceledException => ("Interrupted.", [], ExitCodes.Interrupted),
        RosterException refused => (Message(refused), Next(refused) is { } next ? [next] : [], ExitCodes.Failed),
        DecoderFallbackException => ("What is to be read is not UTF-8.", ["Convert it: iconv -f latin1 -t utf-8 FILE"], ExitCodes.Failed),
        IOException or UnauthorizedAccessException => (failure.Message, [], ExitCodes.Failed),
        _ => ($"{failure.GetType().Name}: {failure.Message}", ["This is a defect of roster; please report it with the command that you ran."], ExitCodes.Failed),
    };

    public static string Message(RosterException refused) =>
        (refused.Field is null || refused.Message.Contains(refused.Field, StringComparison.Ordinal) ? "" : $"{refused.Field}: ") + Sentence(refused);

    /// <summary>Without the field of the request, for who has not written that.</summary>
    public static string Sentence(RosterException refused) =>
        $"{refused.Message.TrimEnd('.')}{(refused.Code is { } code && refused.Status is not null ? $" ({code})" : "")}.";

    private static string? Next(RosterException refused) => refused.Code switch
    {
        "no-credential" or "key-not-valid" => "The server does not know this key (any more). Log in with another: roster login",
        "not-permitted" => "This key may not do that. roster whoami shows what it may.",
        "above-actor" or "own-role" or "stronger-key" => "Nobody gives more than they hold. Ask somebody with a key of a higher level.",
        "last-owner" => "Make somebody else Account Administrator first: roster members add USER --in account --role 'Account Administrator'",
        "unknown-user" => "roster users list shows all of them.",
        "unknown-organization" => "roster orgs list shows all of them.",
        "unknown-group" => "roster groups list shows all of them.",
        "unknown-team" => "roster teams list shows all of them.",
        "unknown-role" => "roster roles list shows all of them.",
        "role-held" => "roster members list --role ROLE shows by whom.",
        "standard-role" => "Only roles of the account's own are changed. To make one: roster roles add NAME",
        "unknown-connector" => "roster connectors list shows all of them.",
        "role-not-assignable" => "roster roles list shows which role can be given where.",
        "user-name-taken" => "roster users show USER shows who has it.",
        "scope-not-empty" => "Remove its connectors first: roster connectors list --group GROUP",
        "version-changed" => "Somebody has changed it meanwhile. Look at it, and try again.",
        "plan-moved" => "Somebody has changed it meanwhile. Look at the new difference: roster plan -f FILE",
        "reach-exceeded" => "If so much is really to be removed, say so: --max-removals N",
        "unknown-path" => "Is this the server's address, with nothing behind it? roster profiles shows it.",
        "unknown-plan" => "It may be too old. Make another: roster plan -f FILE",
        RosterException.ConnectionFailed => Unreachable(refused),
        RosterException.ConnectionLost or RosterException.TimedOut => "What was asked may have been done: look before you repeat it.",
        RosterException.UnreadableAnswer => "Is this a Roster server? roster whoami shows the address.",
        "internal" => $"This is a defect of the server's; its log tells more under {refused.RequestId}.",
        _ => NextBy(refused.Status, refused.RetryAfter),
    };

    /// <summary>Something on the way, which has no codes of ours, may have answered.</summary>
    private static string? NextBy(HttpStatusCode? status, TimeSpan? wait) => status switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
            wait is { } time ? $"Try again in {Math.Ceiling(time.TotalSeconds)} seconds." : "Try again in a while.",
        >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest =>
            "What is there sends its clients elsewhere. Is this the server's address, with https:// if it wants that? roster profiles shows it.",
        _ => null,
    };

    private static string Unreachable(RosterException refused) => refused.InnerException switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            "Does the server speak https there, and does this machine trust its certificate? roster profiles shows the address.",
        { } lost when lost.GetBaseException() is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } =>
            "There is no such host. roster profiles shows the addresses.",
        _ => "Is the server running, and is this its address? roster profiles shows it.",
    };
}
