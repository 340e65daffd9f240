using Roster.Sdk.Access;
using Roster.Sdk.Native;
using static Roster.Tests.Sdk.Contract.Outcomes;

namespace Roster.Tests.Sdk.Contract;

internal static class NativeOperations
{
    public static Operations<RosterClient> All { get; } = Make();

    private static Operations<RosterClient> Make()
    {
        var all = new Operations<RosterClient>();
        all.On("GET /api/account", _ => 0, (client, _) => Of(client.Account.GetAsync()));
        all.On("GET /api/changes", said => (After: said.AskedNumber("after") ?? 0, Size: (int?)said.AskedNumber("limit")), (client, a) => Of(client.Changes.ListAsync(a.After, a.Size), null));
        all.On("GET /api/roles", _ => 0, (client, _) => Of(client.Roles.ListAsync(), null));
        AddUsers(all);
        AddScopes(all);
        AddMemberships(all);
        AddTeams(all);
        AddRoles(all);
        AddKeys(all);
        AddAccess(all);
        return all;
    }

    private static void AddUsers(Operations<RosterClient> all)
    {
        all.On(
            "GET /api/users",
            Users,
            (client, a) => a.Name is null ? Of(client.Users.ListAsync(a.Active, a.Page.Size), a.Page.Cursor) : FindAsync(client, a.Name));
        all.On("POST /api/users", NewUser, (client, user) => Of(client.Users.CreateAsync(user)));
        all.On("GET /api/users/{}", said => said.Id(), (client, id) => Of(client.Users.GetAsync(id)));
        all.On("PATCH /api/users/{}", said => (Id: said.Id(), Change: UserChange(said)), (client, a) => Of(client.Users.ChangeAsync(a.Id, a.Change)));
        all.On("DELETE /api/users/{}", said => said.Id(), (client, id) => Of(client.Users.DeleteAsync(id)));
        all.On("POST /api/users/{}/invitation", said => said.Id(), (client, id) => Of(client.Invitations.IssueAsync(id)));
        all.On("DELETE /api/users/{}/invitation", said => said.Id(), (client, id) => Of(client.Invitations.RevokeAsync(id)));
        all.On("POST /api/invitations/accept", said => said.Text("token"), (client, token) => Of(client.Invitations.AcceptAsync(token)));
    }

    private static async Task<object?> FindAsync(RosterClient client, string name) =>
        await client.Users.FindAsync(name) is { } user ? new Page<User>([user], null) : new Page<User>([], null);

    private static void AddScopes(Operations<RosterClient> all)
    {
        all.On("GET /api/organizations", Page, (client, page) => Of(client.Organizations.ListAsync(page.Size), page.Cursor));
        all.On("POST /api/organizations", said => (Name: said.Text("name"), Id: said.OptionalText("id")), (client, a) => Of(client.Organizations.CreateAsync(a.Name, a.Id)));
        all.On("GET /api/organizations/{}", said => said.Id(), (client, id) => Of(client.Organizations.GetAsync(id)));
        all.On("PATCH /api/organizations/{}", said => (Id: said.Id(), Name: said.Text("name")), (client, a) => Of(client.Organizations.RenameAsync(a.Id, a.Name)));
        all.On("DELETE /api/organizations/{}", said => said.Id(), (client, id) => Of(client.Organizations.DeleteAsync(id)));

        all.On("GET /api/groups", Page, (client, page) => Of(client.Groups.ListAsync(page.Size), page.Cursor));
        all.On("POST /api/groups", said => (Name: said.Text("name"), Id: said.OptionalText("id")), (client, a) => Of(client.Groups.CreateAsync(a.Name, a.Id)));
        all.On("GET /api/groups/{}", said => said.Id(), (client, id) => Of(client.Groups.GetAsync(id)));
        all.On("PATCH /api/groups/{}", said => (Id: said.Id(), Name: said.Text("name")), (client, a) => Of(client.Groups.RenameAsync(a.Id, a.Name)));
        all.On("DELETE /api/groups/{}", said => said.Id(), (client, id) => Of(client.Groups.DeleteAsync(id)));

        all.On("GET /api/connectors", said => (Group: said.Asked("groupId"), Page: Page(said)), (client, a) => Of(client.Connectors.ListAsync(a.Group, a.Page.Size), a.Page.Cursor));
        all.On(
            "POST /api/connectors",
            said => (Group: said.Text("groupId"), Service: said.Text("service"), Name: said.Text("name"), Id: said.OptionalText("id")),
            (client, a) => Of(client.Connectors.CreateAsync(a.Group, a.Service, a.Name, a.Id)));
        all.On("GET /api/connectors/{}", said => said.Id(), (client, id) => Of(client.Connectors.GetAsync(id)));
        all.On("PATCH /api/connectors/{}", said => (Id: said.Id(), Name: said.Text("name")), (client, a) => Of(client.Connectors.RenameAsync(a.Id, a.Name)));
        all.On("DELETE /api/connectors/{}", said => said.Id(), (client, id) => Of(client.Connectors.DeleteAsync(id)));
    }

    private static void AddMemberships(Operations<RosterClient> all)
    {
        all.On("GET /api/memberships", said => (Filter: Filter(said), Page: Page(said)), (client, a) => Of(client.Memberships.ListAsync(a.Filter, a.Page.Size), a.Page.Cursor));
        all.On("GET /api/memberships/{}/{}/{}", said => (Place: said.Place(), User: said.Id()), (client, a) => Of(client.Memberships.GetAsync(a.Place, a.User)));
        all.On(
            "PUT /api/memberships/{}/{}/{}",
            said => (Place: said.Place(), User: said.Id(), Role: said.Text("role"), End: said.TimeChange("expiresAt")),
            (client, a) => Of(client.Memberships.PutAsync(a.Place, a.User, a.Role, a.End)));
        all.On("DELETE /api/memberships/{}/{}/{}", said => (Place: said.Place(), User: said.Id()), (client, a) => Of(client.Memberships.EndAsync(a.Place, a.User)));
    }

    private static void AddTeams(Operations<RosterClient> all)
    {
        all.On("GET /api/teams", Page, (client, page) => Of(client.Teams.ListAsync(page.Size), page.Cursor));
        all.On(
            "POST /api/teams",
            said => new NewTeam(said.Text("name")) { Description = said.OptionalText("description"), Id = said.OptionalText("id") },
            (client, team) => Of(client.Teams.CreateAsync(team)));
        all.On("GET /api/teams/{}", said => said.Id(), (client, id) => Of(client.Teams.GetAsync(id)));
        all.On(
            "PATCH /api/teams/{}",
            said => (Id: said.Id(), Change: new TeamChange { Name = said.NeedTextChange("name"), Description = said.TextChange("description") }),
            (client, a) => Of(client.Teams.ChangeAsync(a.Id, a.Change)));
        all.On("DELETE /api/teams/{}", said => said.Id(), (client, id) => Of(client.Teams.DeleteAsync(id)));

        all.On("GET /api/teams/{}/users", said => (Id: said.Id(), Active: said.AskedFlag("active"), Page: Page(said)), (client, a) => Of(client.Teams.ListSeatsAsync(a.Id, a.Active, a.Page.Size), a.Page.Cursor));
        all.On("GET /api/teams/{}/users/{}", said => (Team: said.Id(), User: said.Id()), (client, a) => Of(client.Teams.GetSeatAsync(a.Team, a.User)));
        all.On(
            "PUT /api/teams/{}/users/{}",
            said => (Team: said.Id(), User: said.Id(), Role: said.Text("role"), End: said.TimeChange("expiresAt")),
            (client, a) => Of(client.Teams.PutSeatAsync(a.Team, a.User, a.Role, a.End)));
        all.On("DELETE /api/teams/{}/users/{}", said => (Team: said.Id(), User: said.Id()), (client, a) => Of(client.Teams.EndSeatAsync(a.Team, a.User)));

        all.On("GET /api/memberships/{}/{}/teams/{}", said => (Place: said.Place(), Team: said.Id()), (client, a) => Of(client.Memberships.GetOfTeamAsync(a.Place, a.Team)));
        all.On(
            "PUT /api/memberships/{}/{}/teams/{}",
            said => (Place: said.Place(), Team: said.Id(), Role: said.Text("role"), End: said.TimeChange("expiresAt")),
            (client, a) => Of(client.Memberships.PutOfTeamAsync(a.Place, a.Team, a.Role, a.End)));
        all.On("DELETE /api/memberships/{}/{}/teams/{}", said => (Place: said.Place(), Team: said.Id()), (client, a) => Of(client.Memberships.EndOfTeamAsync(a.Place, a.Team)));
    }

    private static void AddRoles(Operations<RosterClient> all)
    {
        all.On(
            "POST /api/roles",
            said => new NewRole(said.Text("name"), new(said.Text("level")), [.. said.Texts("kinds").Select(kind => new ScopeKind(kind))])
            {
                Description = said.OptionalText("description"), Permissions = said.OptionalTexts("permissions")?.Select(name => new Permission(name)).ToList(),
            },
            (client, role) => Of(client.Roles.DefineAsync(role)));
        all.On("GET /api/roles/{}", said => said.Id(), (client, name) => Of(client.Roles.GetAsync(name)));
        all.On(
            "PATCH /api/roles/{}",
            said => (Name: said.Id(), Change: new RoleChange
            {
                Description = said.OptionalText("description"),
                Level = said.OptionalText("level") is { } level ? new Level(level) : null,
                Kinds = said.OptionalTexts("kinds")?.Select(kind => new ScopeKind(kind)).ToList(),
                Permissions = said.OptionalTexts("permissions")?.Select(name => new Permission(name)).ToList(),
            }),
            (client, a) => Of(client.Roles.RedefineAsync(a.Name, a.Change)));
        all.On("DELETE /api/roles/{}", said => said.Id(), (client, name) => Of(client.Roles.RemoveAsync(name)));
    }

    private static void AddKeys(Operations<RosterClient> all)
    {
        all.On("GET /api/keys", Page, (client, page) => Of(client.Keys.ListAsync(page.Size), page.Cursor));
        all.On("POST /api/keys", NewKey, (client, key) => Of(client.Keys.MintAsync(key)));
        all.On("GET /api/keys/{}", said => said.Id(), (client, id) => Of(client.Keys.GetAsync(id)));
        all.On("DELETE /api/keys/{}", said => said.Id(), (client, id) => Of(client.Keys.RevokeAsync(id)));
        all.On(
            "POST /api/keys/{}/rotate",
            said => (Id: said.Id(), Overlap: TimeSpan.FromSeconds(said.OptionalNumber("overlapSeconds") ?? 0)),
            (client, a) => Of(client.Keys.RotateAsync(a.Id, a.Overlap)));
    }

    private static void AddAccess(Operations<RosterClient> all)
    {
        all.On("GET /api/access/settings", _ => 0, (client, _) => Of(client.Access.GetSettingsAsync()));
        all.On(
            "PATCH /api/access/settings",
            said => new AccessSettingsChange { SubjectTypes = said.OptionalItems("subjectTypes")?.Select(SubjectType).ToList(), ShowsReasons = said.FlagChange("showsReasons") },
            (client, change) => Of(client.Access.ChangeSettingsAsync(change)));
        all.On(
            "GET /api/access/explain",
            said => (Subject: new AccessEntity(said.Asked("subjectType") ?? "user", said.NeedAsked("subjectId")), Action: said.NeedAsked("action"), Resource: new AccessEntity(said.NeedAsked("resourceType"), said.NeedAsked("resourceId"))),
            (client, a) => Of(client.Access.ExplainAsync(a.Subject, a.Action, a.Resource)));

        all.On("GET /api/resource-types", Page, (client, page) => Of(client.Resources.ListTypesAsync(page.Size), page.Cursor));
        all.On("GET /api/resource-types/{}", said => said.Id(), (client, name) => Of(client.Resources.GetTypeAsync(name)));
        all.On(
            "PUT /api/resource-types/{}",
            said => (Name: said.Id(), Ids: said.OptionalText("ids") is { } ids ? new ResourceIds(ids) : default(ResourceIds?), Home: said.OptionalPlace("home")),
            (client, a) => Of(client.Resources.PutTypeAsync(a.Name, a.Ids, a.Home)));
        all.On("DELETE /api/resource-types/{}", said => said.Id(), (client, name) => Of(client.Resources.RemoveTypeAsync(name)));

        all.On("GET /api/resources/{}", said => (Type: said.Id(), Page: Page(said)), (client, a) => Of(client.Resources.ListAsync(a.Type, a.Page.Size), a.Page.Cursor));
        all.On("GET /api/resources/{}/{}", said => (Type: said.Id(), Id: said.Id()), (client, a) => Of(client.Resources.GetAsync(a.Type, a.Id)));
        all.On(
            "PUT /api/resources/{}/{}",
            said => (Type: said.Id(), Id: said.Id(), Scope: said.OptionalPlace("scope"), Attributes: said.OptionalAttributes("attributes")),
            (client, a) => Of(client.Resources.PutAsync(a.Type, a.Id, a.Scope, a.Attributes)));
        all.On("DELETE /api/resources/{}/{}", said => (Type: said.Id(), Id: said.Id()), (client, a) => Of(client.Resources.RemoveAsync(a.Type, a.Id)));

        all.On("GET /api/users/{}/attributes", said => said.Id(), (client, id) => Of(client.Users.GetAttributesAsync(id)));
        all.On("PUT /api/users/{}/attributes", said => (Id: said.Id(), Attributes: said.WholeAttributes()), (client, a) => Of(client.Users.PutAttributesAsync(a.Id, a.Attributes)));
    }

    private static SubjectType SubjectType(Said said) =>
        new(said.Text("type"), new(said.Text("kind")), new(said.Text("identifier")));

    private static (int? Size, string? Cursor) Page(Said said) => ((int?)said.AskedNumber("limit"), said.Asked("cursor"));

    /// <summary>Who looks for a name has no other condition.</summary>
    private static (string? Name, bool? Active, (int? Size, string? Cursor) Page) Users(Said said) =>
        said.Asked("userName") is { } name ? (name, null, default) : (null, said.AskedFlag("active"), Page(said));

    private static MembershipFilter Filter(Said said) => new()
    {
        UserId = said.Asked("userId"),
        TeamId = said.Asked("teamId"),
        Kind = said.Asked("kind") is { } kind ? new ScopeKind(kind) : null,
        ScopeId = said.Asked("scopeId"),
        Role = said.Asked("role"),
    };

    private static NewUser NewUser(Said said) => new(said.Text("userName"))
    {
        Id = said.OptionalText("id"),
        GivenName = said.OptionalText("givenName"),
        FamilyName = said.OptionalText("familyName"),
        Phone = said.OptionalText("phone"),
        Picture = said.OptionalText("picture"),
        ExternalId = said.OptionalText("externalId"),
        UserSchema = said.OptionalText("userSchema"),
        DisplayName = said.OptionalText("displayName"),
        Active = said.OptionalFlag("active"),
        Invite = said.OptionalFlag("invite"),
        Role = said.OptionalText("role"),
    };

    private static UserChange UserChange(Said said) => new()
    {
        UserName = said.NeedTextChange("userName"),
        GivenName = said.TextChange("givenName"),
        FamilyName = said.TextChange("familyName"),
        Phone = said.TextChange("phone"),
        Picture = said.TextChange("picture"),
        ExternalId = said.TextChange("externalId"),
        UserSchema = said.TextChange("userSchema"),
        DisplayName = said.TextChange("displayName"),
        Active = said.FlagChange("active"),
    };

    private static NewKey NewKey(Said said) => new(said.Text("name"), [.. said.Texts("grants").Select(grant => new Grant(grant))])
    {
        Level = said.OptionalText("level") is { } level ? new Level(level) : null,
        OwnerId = said.OptionalText("ownerId"),
        ExpiresAt = said.OptionalTime("expiresAt"),
    };
}
