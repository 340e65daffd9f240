using Roster.Sdk.Fivetran;
using static Roster.Tests.Sdk.Contract.Outcomes;

namespace Roster.Tests.Sdk.Contract;

internal static class FivetranOperations
{
    public static Operations<FivetranClient> All { get; } = Make();

    private static Operations<FivetranClient> Make()
    {
        var all = new Operations<FivetranClient>();
        AddUsers(all);
        AddGroups(all);
        AddTeams(all);
        foreach (var form in new[] { "connectors", "connections" })
        {
            AddConnectorMemberships(all, form);
            AddConnections(all, form);
            AddTeamConnectorMemberships(all, form);
        }

        all.On("GET /v1/roles", Page, (client, page) => Of(client.Roles.ListAllAsync(page.Size), page.Cursor));
        all.On("GET /v1/account/info", _ => 0, (client, _) => Of(client.Account.GetInfoAsync()));
        return all;
    }

    private static void AddUsers(Operations<FivetranClient> all)
    {
        all.On("GET /v1/users", said => (Active: said.AskedFlag("active"), Page: Page(said)), (client, a) => Of(client.UserManagement.ListAllUsersAsync(a.Active, a.Page.Size), a.Page.Cursor));
        all.On("POST /v1/users", NewUser, (client, user) => Of(client.UserManagement.CreateUserAsync(user)));
        all.On("GET /v1/users/{}", said => said.Id(), (client, id) => Of(client.UserManagement.GetUserDetailsAsync(id)));
        all.On("PATCH /v1/users/{}", said => (Id: said.Id(), Change: UserChange(said)), (client, a) => Of(client.UserManagement.ModifyUserAsync(a.Id, a.Change)));
        all.On("DELETE /v1/users/{}", said => said.Id(), (client, id) => Of(client.UserManagement.DeleteUserAsync(id)));
        all.On("DELETE /v1/users/{}/role", said => said.Id(), (client, id) => Of(client.UserManagement.DeleteUserMembershipInAccountAsync(id)));

        all.On("GET /v1/users/{}/groups", said => (Id: said.Id(), Page: Page(said)), (client, a) => Of(client.UserManagement.GetUserMembershipsInGroupsAsync(a.Id, a.Page.Size), a.Page.Cursor));
        all.On("POST /v1/users/{}/groups", NewMembership, (client, a) => Of(client.UserManagement.AddUserMembershipInGroupAsync(a.User, a.Place, a.Role)));
        all.On("GET /v1/users/{}/groups/{}", Pair, (client, a) => Of(client.UserManagement.GetUserMembershipInGroupAsync(a.User, a.Place)));
        all.On("PATCH /v1/users/{}/groups/{}", NewRole, (client, a) => Of(client.UserManagement.UpdateUserMembershipInGroupAsync(a.User, a.Place, a.Role)));
        all.On("DELETE /v1/users/{}/groups/{}", Pair, (client, a) => Of(client.UserManagement.DeleteUserMembershipInGroupAsync(a.User, a.Place)));
    }

    private static void AddConnectorMemberships(Operations<FivetranClient> all, string form)
    {
        var (list, one) = ($"/v1/users/{{}}/{form}", $"/v1/users/{{}}/{form}/{{}}");
        all.On($"GET {list}", said => (Id: said.Id(), Page: Page(said)), (client, a) => Of(client.UserManagement.GetUserMembershipsInConnectorsAsync(a.Id, a.Page.Size), a.Page.Cursor));
        all.On($"POST {list}", NewMembership, (client, a) => Of(client.UserManagement.AddUserMembershipInConnectorAsync(a.User, a.Place, a.Role)));
        all.On($"GET {one}", Pair, (client, a) => Of(client.UserManagement.GetUserMembershipInConnectorAsync(a.User, a.Place)));
        all.On($"PATCH {one}", NewRole, (client, a) => Of(client.UserManagement.UpdateUserMembershipInConnectorAsync(a.User, a.Place, a.Role)));
        all.On($"DELETE {one}", Pair, (client, a) => Of(client.UserManagement.DeleteUserMembershipInConnectorAsync(a.User, a.Place)));
    }

    private static void AddGroups(Operations<FivetranClient> all)
    {
        all.On("GET /v1/groups", Page, (client, page) => Of(client.Groups.ListAllAsync(page.Size), page.Cursor));
        all.On("POST /v1/groups", said => said.Text("name"), (client, name) => Of(client.Groups.CreateAsync(name)));
        all.On("GET /v1/groups/{}", said => said.Id(), (client, id) => Of(client.Groups.GetDetailsAsync(id)));
        all.On("PATCH /v1/groups/{}", said => (Id: said.Id(), Name: said.Text("name")), (client, a) => Of(client.Groups.ModifyAsync(a.Id, a.Name)));
        all.On("DELETE /v1/groups/{}", said => said.Id(), (client, id) => Of(client.Groups.DeleteAsync(id)));
        all.On("GET /v1/groups/{}/public-key", said => said.Id(), (client, id) => Of(client.Groups.GetPublicKeyAsync(id)));
        all.On("GET /v1/groups/{}/service-account", said => said.Id(), (client, id) => Of(client.Groups.GetServiceAccountAsync(id)));
        all.On("GET /v1/groups/{}/users", said => (Id: said.Id(), Active: said.AskedFlag("active"), Page: Page(said)), (client, a) => Of(client.Groups.ListUsersAsync(a.Id, a.Active, a.Page.Size), a.Page.Cursor));
        all.On("POST /v1/groups/{}/users", said => (Id: said.Id(), Email: said.Text("email"), Role: said.Text("role")), (client, a) => Of(client.Groups.AddUserAsync(a.Id, a.Email, a.Role)));
        all.On("DELETE /v1/groups/{}/users/{}", said => (Group: said.Id(), User: said.Id()), (client, a) => Of(client.Groups.RemoveUserAsync(a.Group, a.User)));
    }

    private static void AddTeams(Operations<FivetranClient> all)
    {
        all.On("GET /v1/teams", Page, (client, page) => Of(client.Teams.ListAllAsync(page.Size), page.Cursor));
        all.On(
            "POST /v1/teams",
            said => new NewTeam(said.Text("name")) { Description = said.OptionalText("description"), Role = said.OptionalText("role") },
            (client, team) => Of(client.Teams.CreateAsync(team)));
        all.On("GET /v1/teams/{}", said => said.Id(), (client, id) => Of(client.Teams.GetDetailsAsync(id)));
        all.On(
            "PATCH /v1/teams/{}",
            said => (Id: said.Id(), Change: new TeamChange
            {
                Name = said.NeedTextChange("name"), Description = said.TextChange("description"), Role = said.TextChange("role"),
            }),
            (client, a) => Of(client.Teams.ModifyAsync(a.Id, a.Change)));
        all.On("DELETE /v1/teams/{}", said => said.Id(), (client, id) => Of(client.Teams.DeleteAsync(id)));
        all.On("DELETE /v1/teams/{}/role", said => said.Id(), (client, id) => Of(client.Teams.DeleteMembershipInAccountAsync(id)));

        all.On("GET /v1/teams/{}/users", said => (Id: said.Id(), Active: said.AskedFlag("active"), Page: Page(said)), (client, a) => Of(client.Teams.ListUsersAsync(a.Id, a.Active, a.Page.Size), a.Page.Cursor));
        all.On("POST /v1/teams/{}/users", said => (Team: said.Id(), User: said.Text("user_id"), Role: said.OptionalText("role")), (client, a) => Of(client.Teams.AddUserAsync(a.Team, a.User, a.Role)));
        all.On("GET /v1/teams/{}/users/{}", Pair, (client, a) => Of(client.Teams.GetUserAsync(a.User, a.Place)));
        all.On("PATCH /v1/teams/{}/users/{}", NewRole, (client, a) => Of(client.Teams.UpdateUserAsync(a.User, a.Place, a.Role)));
        all.On("DELETE /v1/teams/{}/users/{}", Pair, (client, a) => Of(client.Teams.RemoveUserAsync(a.User, a.Place)));

        all.On("GET /v1/teams/{}/groups", said => (Id: said.Id(), Page: Page(said)), (client, a) => Of(client.Teams.GetMembershipsInGroupsAsync(a.Id, a.Page.Size), a.Page.Cursor));
        all.On("POST /v1/teams/{}/groups", NewMembership, (client, a) => Of(client.Teams.AddMembershipInGroupAsync(a.User, a.Place, a.Role)));
        all.On("GET /v1/teams/{}/groups/{}", Pair, (client, a) => Of(client.Teams.GetMembershipInGroupAsync(a.User, a.Place)));
        all.On("PATCH /v1/teams/{}/groups/{}", NewRole, (client, a) => Of(client.Teams.UpdateMembershipInGroupAsync(a.User, a.Place, a.Role)));
        all.On("DELETE /v1/teams/{}/groups/{}", Pair, (client, a) => Of(client.Teams.DeleteMembershipInGroupAsync(a.User, a.Place)));
    }

    private static void AddTeamConnectorMemberships(Operations<FivetranClient> all, string form)
    {
        var (list, one) = ($"/v1/teams/{{}}/{form}", $"/v1/teams/{{}}/{form}/{{}}");
        all.On($"GET {list}", said => (Id: said.Id(), Page: Page(said)), (client, a) => Of(client.Teams.GetMembershipsInConnectorsAsync(a.Id, a.Page.Size), a.Page.Cursor));
        all.On($"POST {list}", NewMembership, (client, a) => Of(client.Teams.AddMembershipInConnectorAsync(a.User, a.Place, a.Role)));
        all.On($"GET {one}", Pair, (client, a) => Of(client.Teams.GetMembershipInConnectorAsync(a.User, a.Place)));
        all.On($"PATCH {one}", NewRole, (client, a) => Of(client.Teams.UpdateMembershipInConnectorAsync(a.User, a.Place, a.Role)));
        all.On($"DELETE {one}", Pair, (client, a) => Of(client.Teams.DeleteMembershipInConnectorAsync(a.User, a.Place)));
    }

    private static void AddConnections(Operations<FivetranClient> all, string form)
    {
        all.On($"GET /v1/groups/{{}}/{form}", said => (Id: said.Id(), Schema: said.Asked("schema"), Page: Page(said)), (client, a) => Of(client.Groups.ListConnectionsAsync(a.Id, a.Schema, a.Page.Size), a.Page.Cursor));
        all.On($"GET /v1/{form}", said => (Group: said.Asked("group_id"), Schema: said.Asked("schema"), Page: Page(said)), (client, a) => Of(client.Connections.ListAllAsync(a.Group, a.Schema, a.Page.Size), a.Page.Cursor));
        all.On($"POST /v1/{form}", NewConnection, (client, connection) => Of(client.Connections.CreateAsync(connection)));
        all.On($"GET /v1/{form}/{{}}", said => said.Id(), (client, id) => Of(client.Connections.GetDetailsAsync(id)));
        all.On($"PATCH /v1/{form}/{{}}", said => (Id: said.Id(), Change: ConnectionChange(said)), (client, a) => Of(client.Connections.ModifyAsync(a.Id, a.Change)));
        all.On($"DELETE /v1/{form}/{{}}", said => said.Id(), (client, id) => Of(client.Connections.DeleteAsync(id)));
    }

    private static (int? Size, string? Cursor) Page(Said said) => ((int?)said.AskedNumber("limit"), said.Asked("cursor"));

    private static (string User, string Place) Pair(Said said) => (said.Id(), said.Id());

    private static (string User, string Place, string Role) NewMembership(Said said) => (said.Id(), said.Text("id"), said.Text("role"));

    private static (string User, string Place, string Role) NewRole(Said said) => (said.Id(), said.Id(), said.Text("role"));

    private static NewUser NewUser(Said said) => new(said.Text("email"), said.Text("given_name"), said.Text("family_name"))
    {
        Phone = said.OptionalText("phone"), Picture = said.OptionalText("picture"), Role = said.OptionalText("role"),
    };

    private static UserChange UserChange(Said said) => new()
    {
        GivenName = said.NeedTextChange("given_name"),
        FamilyName = said.NeedTextChange("family_name"),
        Phone = said.TextChange("phone"),
        Picture = said.TextChange("picture"),
        Role = said.TextChange("role"),
    };

    private static NewConnection NewConnection(Said said) => new(said.Text("service"), said.Text("group_id"))
    {
        Config = said.OptionalObject("config"),
        Paused = said.OptionalFlag("paused"),
        PauseAfterTrial = said.OptionalFlag("pause_after_trial"),
        SyncFrequency = said.OptionalNumber("sync_frequency"),
        ScheduleType = said.OptionalText("schedule_type"),
        NetworkingMethod = said.OptionalText("networking_method"),
        DataDelaySensitivity = said.OptionalText("data_delay_sensitivity"),
        DataDelayThreshold = said.OptionalNumber("data_delay_threshold"),
        OtherFields = said.Others("run_setup_tests", "trust_certificates"),
    };

    private static ConnectionChange ConnectionChange(Said said) => new()
    {
        Config = said.ObjectChange("config"),
        Paused = said.OptionalFlagChange("paused"),
        PauseAfterTrial = said.OptionalFlagChange("pause_after_trial"),
        SyncFrequency = said.NumberChange("sync_frequency"),
        ScheduleType = said.TextChange("schedule_type"),
        NetworkingMethod = said.TextChange("networking_method"),
        DataDelaySensitivity = said.TextChange("data_delay_sensitivity"),
        DataDelayThreshold = said.NumberChange("data_delay_threshold"),
    };
}
