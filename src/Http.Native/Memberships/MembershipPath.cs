using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Users;

namespace Roster.Http.Native.Memberships;

/// <summary>Whose membership, and where, a path says: <c>/api/memberships/…</c>, or <c>/api/teams/{id}/users/…</c> for a seat.</summary>
internal static class MembershipPath
{
    public static MemberRef MemberOf(Exchange exchange) =>
        Has(exchange, "teamId") ? MemberRef.Team(exchange.Path("teamId")) : UserRef.ById(exchange.Path("userId"));

    /// <summary>The scope that the path names; null once the request has been refused for naming no kind of scope.</summary>
    public static async ValueTask<ScopeId?> PlaceAsync(Exchange exchange)
    {
        if (!Has(exchange, "kind"))
        {
            return ScopeId.Team(exchange.Path("id"));
        }

        if (WireNames.ScopeKindOf(exchange.Path("kind")) is { } kind)
        {
            return new ScopeId(kind, exchange.Path("scopeId"));
        }

        await exchange.Dialect.AnswerAsync(exchange, new HttpFault(HttpFaultKind.UnknownPath));
        return null;
    }

    /// <summary>Where the membership is found.</summary>
    public static string Of(Membership membership)
    {
        var place = $"/api/memberships/{membership.Scope.Kind.WireName()}/{membership.Scope.Id}";
        return membership.Member.Kind == MemberKind.Team
            ? $"{place}/teams/{membership.Member.Id}"
            : $"{place}/{membership.Member.Id}";
    }

    private static bool Has(Exchange exchange, string name) => exchange.Context.Request.RouteValues.ContainsKey(name);
}
