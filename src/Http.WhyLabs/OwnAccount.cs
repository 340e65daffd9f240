using Roster.Core.Access;
using Roster.Core.Keys;

namespace Roster.Http.WhyLabs;

/// <summary>
/// Lets nobody but the key's own account through: any other organization, managed ones too, is refused alike. What the key was
/// not made for is refused here too, before the request is read, as a missing scope is at WhyLabs; where it may do the rest the use case judges.
/// </summary>
internal static class OwnAccount
{
    public const string Header = "X-WHYLABS-ORGANIZATION";

    public static Func<Exchange, ValueTask> InPath(Grants needs, Func<Exchange, ValueTask> handler) =>
        exchange => Of(exchange, exchange.Path("org_id"), needs, handler);

    /// <summary>The header may be left out, and then means the key's account.</summary>
    public static Func<Exchange, ValueTask> InHeader(Grants needs, Func<Exchange, ValueTask> handler) => exchange => Of(
        exchange, exchange.Context.Request.Headers[Header].ToString() is { Length: > 0 } named ? named : null, needs, handler);

    private static ValueTask Of(Exchange exchange, string? named, Grants needs, Func<Exchange, ValueTask> handler)
    {
        if (named is not null && named != exchange.Account.Value)
        {
            return exchange.Dialect.AnswerAsync(exchange, new HttpFault(HttpFaultKind.OtherAccount));
        }

        return exchange.Caller.Actor is KeyActor { Key: { } key } && new Standing(key.Grants, key.Level).Allows(needs)
            ? handler(exchange)
            : exchange.Dialect.AnswerAsync(exchange, Asking.NotPermitted(needs));
    }
}
