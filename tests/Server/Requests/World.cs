using System.Globalization;
using Roster.Core.Keys;
using Roster.Http;

namespace Roster.Tests.Server.Requests;

/// <summary>An account that has one of everything that a request can name. No two worlds have a name in common.</summary>
public sealed class World
{
    private static int _fresh;

    private readonly Dictionary<string, string> _named;

    private World(TestAccount account, Dictionary<string, string> named) => (Account, _named) = (account, named);

    public TestAccount Account { get; }

    private RosterServer Server => Account.Server;

    public static async Task<World> MakeAsync(RosterServer server)
    {
        var account = await server.OpenAccountAsync();
        var tail = account.Id.Value[4..].ToLowerInvariant();
        await account.RegisterUserAsync($"ada.{tail}@example.com", "Account Administrator");
        var named = new Dictionary<string, string>
        {
            ["account"] = account.Id.Value,
            ["email"] = $"grace.{tail}@example.com",
            ["strangerEmail"] = $"mary.{tail}@example.com",
            ["cursor"] = "",
            ["revision"] = "",
        };
        var world = new World(account, named);
        await world.AddScopesAsync();
        await world.AddRolesAsync(tail);
        await world.AddUsersAsync($"joan.{tail}@example.com");
        await world.AddTeamsAsync();
        await world.AddResourcesAsync(tail);
        await world.AddKeyAsync();
        await world.AddPlanAsync();
        return world;
    }

    /// <summary>What a placeholder stands for here. One that begins with <c>new</c> is never the same again.</summary>
    public string this[string placeholder] => placeholder switch
    {
        "fresh" or "newUser" or "newGroup" or "newConnector" or "newTeam" => Fresh(),
        "newEmail" => Fresh() + "@example.com",
        "newOrganization" => "org-" + Fresh(),
        _ => _named[placeholder],
    };

    public FilledRequest Fill(DeclaredRequest request) => request.Fill((_, placeholder) => this[placeholder]);

    public Task<Answer> SendAsync(FilledRequest request) => SendAsync(request, Account.Key);

    /// <summary>As the client of the request's door presents the key.</summary>
    public Task<Answer> SendAsync(FilledRequest request, Credential key)
    {
        var knocking = Server.Get<Doors>().Of(request.Target.Split('?')[0], out _).Credential switch
        {
            CredentialSource.Basic => Knocking.Fivetran(Server, key),
            CredentialSource.ApiKeyHeader => Knocking.WhyLabs(Server, key),
            _ => Knocking.Native(Server, key),
        };
        return knocking.SendAsync(request.Method, request.Target, request.Body, [.. request.Headers]);
    }

    /// <summary>With no credential but what is among the headers.</summary>
    public Task<Answer> SendBareAsync(FilledRequest request, params IEnumerable<(string Name, string Value)> headers) => Server.Wire.SendAsync(
        request.Method,
        request.Target,
        request.Body is null ? null : Encoding.UTF8.GetBytes(request.Body),
        [.. request.Headers, .. headers, .. request.Body is null ? (ReadOnlySpan<(string, string)>)[] : [("Content-Type", "application/json")]]);

    /// <summary>The log after a revision, as the account's own admin reads it.</summary>
    public async Task<string> LogAsync(long after) =>
        (await Account.Native.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/api/changes?after={after}&limit=1000"))).Text;

    private async Task AddScopesAsync()
    {
        var group = await Account.CreateGroupAsync("Warehouse");
        _named["group"] = group.Id;
        _named["otherGroup"] = (await Account.CreateGroupAsync("Staging")).Id;
        _named["connector"] = (await Account.CreateConnectorAsync(group, "sheets")).Id;
        _named["otherConnector"] = (await Account.CreateConnectorAsync(group, "kafka")).Id;
        _named["organization"] = (await Account.CreateOrganizationAsync("Example Labs")).Id;
    }

    private async Task AddRolesAsync(string tail)
    {
        (_named["role"], _named["heldRole"]) = ($"Janitor {tail}", $"Usher {tail}");
        await Account.DefineRoleAsync(_named["role"], Core.Scopes.ScopeKind.Account, Core.Roles.Level.Viewer);
        await Account.DefineRoleAsync(_named["heldRole"], Core.Scopes.ScopeKind.Group, Core.Roles.Level.Viewer);
    }

    private async Task AddResourcesAsync(string tail)
    {
        (_named["resourceType"], _named["freeResourceType"], _named["resource"]) = ($"record.{tail}", $"page.{tail}", $"record-of-{tail}");
        await Account.Native.PutAsync($"/api/resource-types/{_named["freeResourceType"]}", "{}");
        await Account.Native.PutAsync($"/api/resource-types/{_named["resourceType"]}", "{}");
        await Account.Native.PutAsync($"/api/resources/{_named["resourceType"]}/{_named["resource"]}", """{"attributes":{"status":"open"}}""");
    }

    private async Task AddTeamsAsync()
    {
        var team = await Account.CreateTeamAsync("Night crew", role: "Account Reviewer", description: "After ten.");
        _named["team"] = team;
        _named["otherTeam"] = await Account.CreateTeamAsync("Day crew");
        await Account.GiveRoleAsync(new(_named["user"]), Core.Scopes.ScopeId.Team(team), "Team Member");
        await Account.GiveTeamRoleAsync(team, Core.Scopes.ScopeId.Group(_named["group"]), _named["heldRole"]);
        await Account.GiveTeamRoleAsync(team, Core.Scopes.ScopeId.Connector(_named["connector"]), "View Connection");
        await Account.GiveTeamRoleAsync(team, Core.Scopes.ScopeId.Organization(_named["organization"]), "Organization Viewer");
    }

    private async Task AddUsersAsync(string pendingEmail)
    {
        var user = await Account.RegisterUserAsync(_named["email"], "Account Reviewer");
        await Account.GiveRoleAsync(user, new(Core.Scopes.ScopeKind.Group, _named["group"]), "Edit Destination");
        await Account.GiveRoleAsync(user, new(Core.Scopes.ScopeKind.Connector, _named["connector"]), "Edit Connection");
        await Account.GiveRoleAsync(user, new(Core.Scopes.ScopeKind.Organization, _named["organization"]), "Organization Viewer");
        var (pending, token) = await Account.InviteUserAsync(pendingEmail);
        _named["user"] = user.Value;
        _named["stranger"] = (await Account.RegisterUserAsync(_named["strangerEmail"])).Value;
        _named["pending"] = pending.Value;
        _named["token"] = token.ToString();
    }

    // Made through a door: WhyLabs lets a key revoke only keys that it made itself.
    private async Task AddKeyAsync()
    {
        var minted = await Account.Native.PostAsync("/api/keys", """{"name":"a key","grants":["read"]}""");
        _named["key"] = minted.Json.GetProperty("id").GetString()!;
    }

    private async Task AddPlanAsync()
    {
        var made = await Account.Native.PostAsync("/api/plans", """{"roster":1,"manages":{},"users":[{"userName":"planned@example.com"}]}""");
        _named["plan"] = made.Json.GetProperty("id").GetString()!;
    }

    private static string Fresh() => string.Create(CultureInfo.InvariantCulture, $"made{Interlocked.Increment(ref _fresh):D7}");
}
