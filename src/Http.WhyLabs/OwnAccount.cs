namespace Roster.Http.WhyLabs;

/// <summary>Lets nobody but the key's own account through: any other organization, managed ones too, is refused alike.</summary>
internal static class OwnAccount
{
    public const string Header = "X-WHYLABS-ORGANIZATION";

    public static Func<Exchange, ValueTask> InPath(Func<Exchange, ValueTask> handler) =>
        exchange => Of(exchange, exchange.Path("org_id"), handler);

    /// <summary>The header may be left out, and then means the key's account.</summary>
    public static Func<Exchange, ValueTask> InHeader(Func<Exchange, ValueTask> handler) =>
        exchange => Of(exchange, exchange.Context.Request.Headers[Header].ToString() is { Length: > 0 } named ? named : null, handler);

    private static ValueTask Of(Exchange exchange, string? named, Func<Exchange, ValueTask> handler) =>
        named is null || named == exchange.Account.Value
            ? handler(exchange)
            : exchange.Dialect.AnswerAsync(exchange, new HttpFault(HttpFaultKind.OtherAccount));
}
