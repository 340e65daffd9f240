using Roster.Http.Fivetran.Accounts;
using Roster.Http.Fivetran.Connections;
using Roster.Http.Fivetran.Groups;
using Roster.Http.Fivetran.Roles;
using Roster.Http.Fivetran.Teams;
using Roster.Http.Fivetran.Users;

namespace Roster.Http.Fivetran;

/// <summary>All that the dialect answers.</summary>
internal sealed class FivetranRoutes(
    UserEndpoints users,
    UserMembershipEndpoints memberships,
    GroupEndpoints groups,
    GroupUserEndpoints groupUsers,
    ConnectionEndpoints connections,
    TeamEndpoints teams,
    TeamUserEndpoints teamUsers,
    TeamMembershipEndpoints teamMemberships,
    RoleEndpoints roles,
    AccountEndpoints account)
{
    public IReadOnlyList<Route> All =>
    [
        Get("/v1/users", users.ListAsync),
        new("POST", "/v1/users", users.InviteAsync),
        Get("/v1/users/{userId}", users.ShowAsync),
        new("PATCH", "/v1/users/{userId}", users.ChangeAsync),
        new("DELETE", "/v1/users/{userId}", users.DeleteAsync),
        new("DELETE", "/v1/users/{userId}/role", users.RemoveRoleAsync),
        .. Memberships(Place.Groups),
        .. Memberships(Place.Connectors),
        .. Memberships(Place.Connections),

        Get("/v1/groups", groups.ListAsync),
        new("POST", "/v1/groups", groups.CreateAsync),
        Get("/v1/groups/{groupId}", groups.ShowAsync),
        new("PATCH", "/v1/groups/{groupId}", groups.ChangeAsync),
        new("DELETE", "/v1/groups/{groupId}", groups.DeleteAsync),
        Get("/v1/groups/{groupId}/public-key", groups.ShowPublicKeyAsync),
        Get("/v1/groups/{groupId}/service-account", groups.ShowServiceAccountAsync),
        Get("/v1/groups/{groupId}/users", groupUsers.ListAsync),
        new("POST", "/v1/groups/{groupId}/users", groupUsers.AddAsync),
        new("DELETE", "/v1/groups/{groupId}/users/{userId}", groupUsers.RemoveAsync),

        .. Connections(Place.Connectors),
        .. Connections(Place.Connections),

        Get("/v1/teams", teams.ListAsync),
        new("POST", "/v1/teams", teams.CreateAsync),
        Get("/v1/teams/{teamId}", teams.ShowAsync),
        new("PATCH", "/v1/teams/{teamId}", teams.ChangeAsync),
        new("DELETE", "/v1/teams/{teamId}", teams.DeleteAsync),
        new("DELETE", "/v1/teams/{teamId}/role", teams.RemoveRoleAsync),
        Get("/v1/teams/{teamId}/users", teamUsers.ListAsync),
        new("POST", "/v1/teams/{teamId}/users", teamUsers.AddAsync),
        Get("/v1/teams/{teamId}/users/{userId}", teamUsers.ShowAsync),
        new("PATCH", "/v1/teams/{teamId}/users/{userId}", teamUsers.ChangeAsync),
        new("DELETE", "/v1/teams/{teamId}/users/{userId}", teamUsers.RemoveAsync),
        .. TeamMemberships(Place.Groups),
        .. TeamMemberships(Place.Connectors),
        .. TeamMemberships(Place.Connections),

        Get("/v1/roles", roles.ListAsync),
        new("GET", "/v1/account/info", account.ShowAsync),
    ];

    private Route[] Memberships(Place place)
    {
        var all = $"/v1/users/{{userId}}/{place.Segment}";
        var one = $"{all}/{{{place.Parameter}}}";
        return
        [
            Get(all, memberships.ListAsync),
            new("POST", all, memberships.AddAsync),
            Get(one, memberships.ShowAsync),
            new("PATCH", one, memberships.ChangeAsync),
            new("DELETE", one, memberships.EndAsync),
        ];
    }

    private Route[] TeamMemberships(Place place)
    {
        var all = $"/v1/teams/{{teamId}}/{place.Segment}";
        var one = $"{all}/{{{place.Parameter}}}";
        return
        [
            Get(all, teamMemberships.ListAsync),
            new("POST", all, teamMemberships.AddAsync),
            Get(one, teamMemberships.ShowAsync),
            new("PATCH", one, teamMemberships.ChangeAsync),
            new("DELETE", one, teamMemberships.EndAsync),
        ];
    }

    private Route[] Connections(Place place)
    {
        var all = $"/v1/{place.Segment}";
        var one = $"{all}/{{{place.Parameter}}}";
        return
        [
            Get($"/v1/groups/{{groupId}}/{place.Segment}", connections.ListOfGroupAsync),
            Get(all, connections.ListAsync),
            new("POST", all, connections.CreateAsync),
            Get(one, connections.ShowAsync),
            new("PATCH", one, connections.ChangeAsync),
            new("DELETE", one, connections.DeleteAsync),
        ];
    }

    private static Route Get(string pattern, Func<Exchange, ValueTask> handler) => new("GET", pattern, handler, Keeps: true);
}
