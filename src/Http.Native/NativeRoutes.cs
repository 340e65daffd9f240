using Roster.Core.Scopes;
using Roster.Http.Native.Access;
using Roster.Http.Native.Accounts;
using Roster.Http.Native.Changes;
using Roster.Http.Native.Documents;
using Roster.Http.Native.Invitations;
using Roster.Http.Native.Keys;
using Roster.Http.Native.Memberships;
using Roster.Http.Native.Roles;
using Roster.Http.Native.Scopes;
using Roster.Http.Native.Teams;
using Roster.Http.Native.Users;

namespace Roster.Http.Native;

/// <summary>All that the native dialect answers.</summary>
internal sealed class NativeRoutes(
    AccountEndpoints account,
    RoleEndpoints roles,
    ChangeEndpoints changes,
    UserEndpoints users,
    InvitationEndpoints invitations,
    ScopeEndpoints scopes,
    TeamEndpoints teams,
    MembershipEndpoints memberships,
    KeyEndpoints keys,
    DocumentEndpoints documents,
    DocumentOptions documentOptions,
    AccessRoutes access,
    OperatorEndpoints accounts,
    OperatorKey operatorKey)
{
    public IReadOnlyList<Route> All =>
    [
        new("GET", "/", FrontDoor.ShowAsync, RouteAccess.Anyone),
        new("GET", InvitationPage.Path, InvitationPage.ShowAsync, RouteAccess.Anyone),

        new("GET", "/api/account", account.ShowAsync),
        new("GET", "/api/roles", roles.ListAsync, Keeps: true),
        new("POST", "/api/roles", roles.CreateAsync),
        new("GET", "/api/roles/{name}", roles.ShowAsync),
        new("PATCH", "/api/roles/{name}", roles.ChangeAsync),
        new("DELETE", "/api/roles/{name}", roles.DeleteAsync),
        new("GET", "/api/changes", changes.ListAsync),

        new("GET", "/api/users", users.ListAsync, Keeps: true),
        new("POST", "/api/users", users.CreateAsync),
        new("GET", "/api/users/{id}", users.ShowAsync),
        new("PATCH", "/api/users/{id}", users.ChangeAsync),
        new("DELETE", "/api/users/{id}", users.DeleteAsync),

        new("POST", "/api/users/{id}/invitation", invitations.IssueAsync),
        new("DELETE", "/api/users/{id}/invitation", invitations.RevokeAsync),
        new("POST", "/api/invitations/accept", invitations.AcceptAsync, RouteAccess.Anyone),

        .. OfScopes(ScopeKind.Organization, "/api/organizations"),
        .. OfScopes(ScopeKind.Group, "/api/groups"),
        .. OfScopes(ScopeKind.Connector, "/api/connectors"),

        new("GET", "/api/teams", teams.ListAsync, Keeps: true),
        new("POST", "/api/teams", teams.CreateAsync),
        new("GET", "/api/teams/{id}", teams.ShowAsync),
        new("PATCH", "/api/teams/{id}", teams.ChangeAsync),
        new("DELETE", "/api/teams/{id}", teams.DeleteAsync),
        new("GET", "/api/teams/{id}/users", teams.ListUsersAsync, Keeps: true),
        .. OfMembership("/api/teams/{id}/users/{userId}"),

        new("GET", "/api/memberships", memberships.ListAsync, Keeps: true),
        .. OfMembership("/api/memberships/{kind}/{scopeId}/{userId}"),
        .. OfMembership("/api/memberships/{kind}/{scopeId}/teams/{teamId}"),

        new("GET", "/api/keys", keys.ListAsync),
        new("POST", "/api/keys", keys.MintAsync),
        new("GET", "/api/keys/{id}", keys.ShowAsync),
        new("DELETE", "/api/keys/{id}", keys.RevokeAsync),
        new("POST", "/api/keys/{id}/rotate", keys.RotateAsync),

        new("GET", "/api/document", documents.ShowAsync) { MediaTypes = ["application/yaml", "text/yaml"] },
        new("POST", "/api/plans", documents.PlanAsync, MaxBody: documentOptions.MaxBytes),
        new("GET", "/api/plans/{id}", documents.ShowPlanAsync),
        new("POST", "/api/plans/{id}/apply", documents.ApplyAsync),

        .. access.All,

        .. operatorKey.IsConfigured ? OfOperator() : [],
    ];

    private Route[] OfScopes(ScopeKind kind, string path) =>
    [
        new("GET", path, exchange => scopes.ListAsync(exchange, kind), Keeps: true),
        new("POST", path, exchange => scopes.CreateAsync(exchange, kind)),
        new("GET", path + "/{id}", exchange => scopes.ShowAsync(exchange, kind)),
        new("PATCH", path + "/{id}", exchange => scopes.ChangeAsync(exchange, kind)),
        new("DELETE", path + "/{id}", exchange => scopes.DeleteAsync(exchange, kind)),
    ];

    private Route[] OfMembership(string path) =>
    [
        new("GET", path, memberships.ShowAsync),
        new("PUT", path, memberships.PutAsync),
        new("DELETE", path, memberships.EndAsync),
    ];

    private Route[] OfOperator() =>
    [
        new("GET", "/api/accounts", accounts.ListAsync, RouteAccess.Operator),
        new("POST", "/api/accounts", accounts.OpenAsync, RouteAccess.Operator),
        new("DELETE", "/api/accounts/{id}", accounts.CloseAsync, RouteAccess.Operator),
        new("POST", "/api/accounts/{id}/keys", accounts.MintKeyAsync, RouteAccess.Operator),
    ];
}
