using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Testing;

namespace Roster.Tests.Http.Fivetran;

/// <summary>
/// An account with known ids: the owner ada, grace (reviewer; in a group and a connection), mary (made through another
/// door, with nothing but an address), two groups and two connections; the team night_crew (reviewer; in a group and a connection)
/// with grace in it, and day_crew with nobody.
/// </summary>
public sealed class World
{
    private const string Settings = """{"schema":"sheets","table":"budget","connected_by":"ada"}""";

    private readonly TestAccount _account;

    private World(TestAccount account) => _account = account;

    public AccountId Account => _account.Id;

    /// <summary>An admin key of nobody's.</summary>
    public Credential Admin => _account.Key;

    public static async Task<World> MakeAsync(RosterServer server)
    {
        var account = await server.OpenAccountAsync("Example Ltd");
        var world = new World(account);
        await account.RegisterUserAsync("Ada@example.com", "Account Administrator", "ada", "Ada", "Byron");
        await account.RegisterUserAsync("grace@example.com", "Account Reviewer", "grace", "Grace", "Murray");
        await world.UserAsync("mary", "mary@example.com");
        await world.KnowAsync("ada", new PersonPatch(Phone: "+441234567890", Picture: "https://img.example.com/ada.png"));
        var group = await account.CreateGroupAsync("Warehouse", "calm_valley");
        await account.CreateGroupAsync("Staging", "still_lake");
        await account.CreateConnectorAsync(group, "sheets.budget", "google_sheets", "brisk_harbor", Settings);
        await account.CreateConnectorAsync(group, "kafka", "kafka", "warm_river");
        await world.GiveAsync("grace", group, "Edit Destination");
        await world.GiveAsync("grace", ScopeId.Connector("brisk_harbor"), "Edit Connection");
        await account.CreateTeamAsync("Night crew", "night_crew", "Account Reviewer", "After ten.");
        await account.CreateTeamAsync("Day crew", "day_crew");
        await world.GiveAsync("grace", ScopeId.Team("night_crew"), "Team Member");
        await world.GiveTeamAsync("night_crew", group, "View Destination");
        await world.GiveTeamAsync("night_crew", ScopeId.Connector("brisk_harbor"), "View Connection");
        return world;
    }

    public Task UserAsync(string id, string email) => _account.RegisterUserAsync(email, id: id);

    public Task ConnectionAsync(string id, string name, string settings) =>
        _account.CreateConnectorAsync(ScopeId.Group("still_lake"), name, id: id, settings: settings);

    public Task GiveAsync(string user, ScopeId scope, string role, Instant? until = null) =>
        _account.GiveRoleAsync(new UserId(user), scope, role, until);

    public Task GiveRoleInAccountAsync(string user, string role, Instant? until = null) =>
        GiveAsync(user, _account.Scope, role, until);

    public Task GiveTeamAsync(string team, ScopeId scope, string role) => _account.GiveTeamRoleAsync(team, scope, role);

    public Task GiveTeamInAccountAsync(string team, string role) => GiveTeamAsync(team, _account.Scope, role);

    public Task DefineRoleAsync(string name, ScopeKind kind, Level level, string? description = null) =>
        _account.DefineRoleAsync(name, kind, level, description);

    public Task RemoveRoleAsync(string name) => _account.RemoveRoleAsync(name);

    public Task SuspendAsync(string user) => _account.DeactivateUserAsync(new UserId(user));

    public Task<Credential> KeyAsync(Grants grants, string? owner = null, Level? level = null) =>
        _account.MintKeyAsync(grants, level, owner is null ? null : new UserId(owner));

    private async Task KnowAsync(string user, PersonPatch patch)
    {
        var changed = await _account.Server.Get<ChangeUser>().RunAsync(
            _account.Caller, new ChangeUserRequest(new UserId(user), patch), CancellationToken.None);
        changed.Fault.ShouldBeNull();
    }
}
