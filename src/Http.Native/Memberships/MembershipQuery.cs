using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Http.Native.Memberships;

/// <summary>Which memberships a list is to show; all conditions hold at once.</summary>
internal static class MembershipQuery
{
    public static MembershipFilter Read(QueryFields query)
    {
        var (user, team, scope) = (query.Text("userId"), query.Text("teamId"), query.Text("scopeId"));
        if (user is not null && team is not null)
        {
            query.Refuse("teamId", "must not stand beside userId: a member is one or the other");
        }

        var kind = Kind(query, scope);
        return new(
            team is not null ? MemberId.Team(team) : user is not null ? MemberId.User(new UserId(user)) : null,
            kind,
            kind is { } known && scope is not null ? new ScopeId(known, scope) : null,
            query.Text("role"));
    }

    /// <summary>Tells the cursors of differently filtered lists apart.</summary>
    public static string Name(QueryFields query) => string.Join(
        '/', "memberships", query.Text("userId"), query.Text("teamId"), query.Text("kind"), query.Text("scopeId"), query.Text("role"));

    private static ScopeKind? Kind(QueryFields query, string? scope)
    {
        if (query.Text("kind") is not { } name)
        {
            if (scope is not null)
            {
                query.Refuse("kind", "is required with scopeId");
            }

            return null;
        }

        var kind = WireNames.ScopeKindOf(name);
        if (kind is null)
        {
            query.Refuse("kind", "must be account, organization, group, connector or team");
        }

        return kind;
    }
}
